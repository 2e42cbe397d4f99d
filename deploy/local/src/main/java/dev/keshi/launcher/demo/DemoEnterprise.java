package dev.keshi.launcher.demo;

import dev.keshi.demo.Generator;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.ConsumerLag;
import dev.keshi.launcher.platform.Platform;
import dev.keshi.launcher.platform.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads the demo enterprise into a platform that runs. */
public final class DemoEnterprise {

    /** As many people as the enterprise has when nobody says otherwise. */
    public static final int PEOPLE = 1200;

    private static final long SEED = 1;
    private static final String TOPIC = "keshi.org.v1";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Platform platform;
    private final Accounts accounts;
    private final DemoRecord demo;

    public DemoEnterprise(Platform platform) {
        this.platform = platform;
        this.accounts = accountsOf(platform);
        this.demo = DemoRecord.in(platform.state());
    }

    public static Accounts accountsOf(Platform platform) {
        return new Accounts(platform.ports().gateway(), platform.state(), platform.administratorLink());
    }

    /** Told each thing that was done. */
    public interface Listener {
        void done(String what, String figure, Duration took);
    }

    public DemoRecord demo() {
        return demo;
    }

    public Accounts accounts() {
        return accounts;
    }

    /** Generates, imports, and gives a few people their accounts. Done again after a crash it goes on where it was. */
    public void load(int people, Listener listener) {
        long begin = System.nanoTime();
        Path folder = generate(people);
        var organisation = Organisation.read(folder);
        var cast = Cast.of(organisation);
        listener.done(
                "demo files",
                String.format(Locale.ROOT, "%,d people, in %s", organisation.size(), folder.getFileName()),
                since(begin));
        begin = System.nanoTime();
        Caller administrator = accounts.administrator();
        listener.done("first administrator", Accounts.ADMINISTRATOR + ", through the one-time link", since(begin));
        begin = System.nanoTime();
        var imported = OrganisationImport.run(administrator, folder);
        listener.done("import", imported.figure(), since(begin));
        begin = System.nanoTime();
        cast.logins().values().forEach(accounts::caller);
        listener.done(
                "accounts", "%d invited and accepted".formatted(cast.logins().size()), since(begin));
        begin = System.nanoTime();
        awaitCopies(imported.total("people") + imported.total("departments"));
        listener.done("copies", "every service knows the organisation", since(begin));
        demo.remember(cast);
        demo.rememberPeople(people);
        demo.rememberImport(imported.id(), imported.millis());
        demo.rememberLoaded();
    }

    /** Gives out the parts that an older demo did not have. */
    public void completeCast() {
        if (!demo.isCast()) {
            demo.remember(Cast.of(Organisation.read(platform.state().data("demo"))));
            demo.rememberLoaded();
        }
    }

    /** The first department with such a code, and some of its people: those of the cast first. */
    public Optional<Team> team(Pattern code, int most) {
        Set<String> cast = Stream.of(Part.values()).map(demo::loginOf).collect(Collectors.toSet());
        return Organisation.read(platform.state().data("demo")).team(code, cast, most);
    }

    private Path generate(int people) {
        Path folder = platform.state().data("demo");
        try {
            Generator.write(people, SEED, folder);
            return folder;
        } catch (IllegalArgumentException e) {
            throw new LocalFailure(
                    "An enterprise of %d people cannot be made (%s): choose another number with --people."
                            .formatted(people, e.getMessage()),
                    e);
        } catch (IOException e) {
            throw new LocalFailure(
                    "The demo files cannot be written to %s (%s): check the disk.".formatted(folder, e), e);
        }
    }

    /** Until all that the import published has been worked off by those that keep a copy of the organisation. */
    private void awaitCopies(long events) {
        List<Service> readers = platform.services().stream()
                .filter(service -> service != Service.ORG && service != Service.GATEWAY)
                .toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var lag = new ConsumerLag(platform.status().kafka())) {
            while (!lag.isWorkedOff(TOPIC, events, readers)) {
                if (System.nanoTime() > deadline) {
                    throw new LocalFailure(
                            "The services did not take over the organisation within %d minutes: see ./keshi status."
                                    .formatted(PATIENCE.toMinutes()));
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
