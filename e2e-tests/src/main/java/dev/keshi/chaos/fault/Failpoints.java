package dev.keshi.chaos.fault;

import dev.keshi.infrastructure.process.Progress;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** F2: services end at a named place in their code. */
public final class Failpoints {

    /** By its name: it can only be loaded where a service is. */
    private static final String TRAP = "dev.keshi.chaos.trap.HaltTrap";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** Where a service passes: those that publish, and those that take events in. */
    private static final List<String> WHEN_PUBLISHING = List.of(
            "BEFORE_COMMIT",
            "AFTER_COMMIT",
            "BEFORE_SEND",
            "AFTER_SEND",
            "BEFORE_ACK",
            "AFTER_ACK",
            "BEFORE_TRIM",
            "AFTER_TRIM");

    private static final List<String> WHEN_TAKING_IN =
            List.of("BEFORE_EFFECTS", "AFTER_EFFECTS", "BEFORE_OFFSET_COMMIT", "AFTER_OFFSET_COMMIT");

    /** All that publish while people work; values in performance-service hardly move. */
    private static final List<Service> PUBLISHING =
            List.of(Service.ORG, Service.WORKFLOW, Service.TRAINING, Service.RISK);

    private static final List<Service> TAKING_IN =
            List.of(Service.PERFORMANCE, Service.TRAINING, Service.RISK, Service.NOTIFICATION, Service.REPORTING);

    /**
     * Which end at the same time. None of them waits for what another one would have to bring about before: training-service hears of hires from
     * org-service, whoever takes in is told of something by org-service at any time, and work in workflow-service goes on without org-service.
     */
    private static final List<Together> TOGETHER = List.of(
            new Together(Service.ORG, Service.WORKFLOW, List.of()),
            new Together(Service.ORG, Service.RISK, List.of()),
            new Together(
                    Service.WORKFLOW,
                    Service.TRAINING,
                    List.of(Service.PERFORMANCE, Service.RISK, Service.NOTIFICATION, Service.REPORTING)),
            new Together(
                    Service.TRAINING,
                    Service.RISK,
                    List.of(Service.PERFORMANCE, Service.NOTIFICATION, Service.REPORTING)));

    /** @param takingIn those that may end with both of them; none when empty */
    private record Together(Service one, Service other, List<Service> takingIn) {}

    private final Path folder;

    /** @param folder gets the jar of the trap, and the files that arm it */
    public Failpoints(Path folder) {
        this.folder = folder;
    }

    /** The jar behind the jar of a service with which it can be ended at a place. */
    public List<Path> classPath(Service service) {
        return service.database().isPresent() ? List.of(jar()) : List.of();
    }

    /** Where the trap of a service looks whether it is armed. */
    public List<String> flags(Service service) {
        return List.of("-Dkeshi.failpoints=" + file(service));
    }

    /**
     * Once at each place, in two publishing services at a time and every other time in two that take in as well: a third of the starts. Which ones
     * end where is decided by chance.
     */
    public Fault haltsOfSeveral(Platform platform) {
        return new Fault("F2", "halt at named failpoints", chance -> {
            var publishing = pairs(WHEN_PUBLISHING, chance);
            var takingIn = pairs(WHEN_TAKING_IN, chance);
            var turns = new Turns(TAKING_IN, chance);
            var strikes = new ArrayList<Strike>();
            for (Together services : TOGETHER) {
                var strike = pair(platform, services.one(), services.other(), publishing.removeFirst(), 4, chance);
                if (!services.takingIn().isEmpty()) {
                    var one = turns.next(services.takingIn());
                    var other = turns.next(services.takingIn());
                    strike = strike.and(pair(platform, one, other, takingIn.removeFirst(), 3, chance));
                }
                strikes.add(strike);
            }
            Collections.shuffle(strikes, chance);
            return strikes;
        });
    }

    private static List<List<String>> pairs(List<String> places, Random chance) {
        var pairs = new ArrayList<List<String>>();
        for (int place = 0; place < places.size(); place += 2) {
            pairs.add(places.subList(place, place + 2));
        }
        Collections.shuffle(pairs, chance);
        return pairs;
    }

    private Strike pair(
            Platform platform, Service one, Service other, List<String> places, int passings, Random chance) {
        boolean swapped = chance.nextBoolean();
        return strike(platform, swapped ? other : one, places.getFirst(), 1 + chance.nextInt(passings))
                .and(strike(platform, swapped ? one : other, places.getLast(), 1 + chance.nextInt(passings)));
    }

    /** @param each how often at each place, in all services in turn */
    public Fault halts(Platform platform, int each) {
        return new Fault("F2", "halt at named failpoints", chance -> {
            var strikes = new ArrayList<Strike>();
            for (int time = 0; time < each; time++) {
                for (int place = 0; place < WHEN_PUBLISHING.size(); place++) {
                    var service = PUBLISHING.get((place + time) % PUBLISHING.size());
                    strikes.add(strike(platform, service, WHEN_PUBLISHING.get(place), 1 + chance.nextInt(4)));
                }
                for (int place = 0; place < WHEN_TAKING_IN.size(); place++) {
                    var service = TAKING_IN.get((place + time) % TAKING_IN.size());
                    strikes.add(strike(platform, service, WHEN_TAKING_IN.get(place), 1 + chance.nextInt(3)));
                }
            }
            Collections.shuffle(strikes, chance);
            return strikes;
        });
    }

    private Strike strike(Platform platform, Service service, String place, int passing) {
        return new Strike(
                "%s of %s, passing %d".formatted(place, service.module(), passing),
                () -> {
                    arm(service, place, passing);
                    awaitEnd(platform, service, place);
                },
                Duration.ZERO,
                () -> {
                    disarm(service);
                    platform.start(service, platform.startInfrastructure(Progress.silent()), Progress.silent());
                });
    }

    /** Ends a service at that passing of the place, some hundredths of a second from now on. @param passing from 1 */
    public void arm(Service service, String place, int passing) {
        write(service, "%s %d".formatted(place, passing));
    }

    /** @param threads how the names of those begin whose passings count: nothing else that the service does meanwhile ends it */
    public void arm(Service service, String place, int passing, String threads) {
        write(service, "%s %d %s".formatted(place, passing, threads));
    }

    /** For a service that is started next. */
    public void disarm(Service service) {
        write(service, "");
    }

    private static void awaitEnd(Platform platform, Service service, String place) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (platform.pid(service).isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new NotReached("%s never came to %s".formatted(service.module(), place));
            }
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
    }

    private Path file(Service service) {
        return folder.resolve(service.module() + ".failpoint");
    }

    private void write(Service service, String text) {
        try {
            Path draft = folder.resolve(service.module() + ".failpoint.new");
            Files.writeString(draft, text);
            Files.move(
                    draft,
                    file(service),
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Path jar() {
        Path jar = folder.resolve("failpoints.jar");
        if (!Files.exists(jar)) {
            var manifest = new Manifest();
            manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                String name = TRAP.replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(name));
                try (InputStream trap = Failpoints.class.getClassLoader().getResourceAsStream(name)) {
                    java.util.Objects.requireNonNull(trap).transferTo(out);
                }
                out.putNextEntry(new JarEntry("META-INF/services/dev.keshi.messaging.Failpoint$Trap"));
                out.write(TRAP.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return jar;
    }
}
