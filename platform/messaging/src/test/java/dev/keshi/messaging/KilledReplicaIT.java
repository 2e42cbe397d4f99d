package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealInfrastructure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Two replicas of a service with the settings that it has when nobody sets any; one of them is a process of its own, and is killed with events that it
 * has committed and not published.
 */
@RealInfrastructure(ownDatabase = true)
@SpringBootTest(
        classes = MessagingApplication.class,
        properties = {"spring.application.name=killed-replica-it"})
class KilledReplicaIT {

    /** After this time what the killed one left behind is published: its lease of 6 s, and two renewals of 2 s. */
    private static final Duration PROMISED = Duration.ofSeconds(10);

    /**
     * After this time it has also had its effects: the broker's session timeout is 6 s and members ask every 2 s, which goes on while lanes are taken
     * over; what is published last then comes to a living member.
     */
    private static final Duration EFFECTS = PROMISED.plusSeconds(2);

    private static final int LEFT_BEHIND = 200;

    @TempDir
    Path folder;

    @Autowired
    private AggregateCollection<Shop.CounterDocument> counters;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Environment environment;

    /** What each command that was acknowledged led to: the highest sequence of each aggregate. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    @Test
    void whenOneOfTwoIsKilledTheOtherPublishesWhatItLeftBehindWithinTenSeconds(EventProbe probe) throws Exception {
        var survivorWorks = new AtomicBoolean(true);
        var failure = new AtomicReference<@Nullable Throwable>();
        var victim = start();
        try (var said = new BufferedReader(new InputStreamReader(victim.getInputStream(), StandardCharsets.UTF_8))) {
            awaitWord(said, Replica.READY);
            var held = new CountDownLatch(1);
            var leftBehind = new CountDownLatch(LEFT_BEHIND);
            var listener = Thread.ofVirtual().start(() -> listen(said, held, leftBehind));
            Eventually.eventually(() -> {
                assertThat(lanesByOwner())
                        .hasSize(2)
                        .allSatisfy((_, lanes) -> assertThat(lanes).isEqualTo(Lanes.COUNT / 2));
                assertThat(probe.drain()).extracting(SeenEvent::key).anyMatch(key -> key.startsWith("victim-"));
            });
            var survivor = Thread.ofPlatform().start(() -> {
                try {
                    work(survivorWorks);
                } catch (RuntimeException | Error refused) {
                    failure.set(refused);
                }
            });

            tell(victim, Replica.HOLD);
            assertThat(held.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(leftBehind.await(60, TimeUnit.SECONDS)).isTrue();
            victim.destroyForcibly();
            long killed = System.nanoTime();
            assertThat(victim.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(listener.join(Duration.ofSeconds(10))).isTrue();
            var before = Map.copyOf(acknowledged);
            long waiting = mongo.getCollection("counters")
                    .countDocuments(new Document("outbox.0", new Document("$exists", true)));
            assertThat(waiting).as("committed and not published").isGreaterThan(10);

            arePublished(before, probe, killed);
            var published = Duration.ofNanos(System.nanoTime() - killed);
            haveHadTheirEffects(before);
            var took = Duration.ofNanos(System.nanoTime() - killed);
            System.out.printf(
                    "%d documents with events of a killed replica: published after %d ms, taken in after %d ms%n",
                    waiting, published.toMillis(), took.toMillis());
            assertThat(published).isLessThanOrEqualTo(PROMISED);
            assertThat(took).isLessThanOrEqualTo(EFFECTS);

            survivorWorks.set(false);
            survivor.join();
            assertThat(failure.get())
                    .as("the survivor acknowledged each of its commands")
                    .isNull();
            assertThat(acknowledged.keySet())
                    .as("it went on while lanes were taken over")
                    .anyMatch(id -> id.startsWith("survivor-") && !before.containsKey(id));
            nothingIsLostOrOutOfOrder(probe);
        } finally {
            survivorWorks.set(false);
            victim.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        var trap = Files.createDirectories(folder.resolve("trap/META-INF/services"));
        Files.writeString(trap.resolve(Failpoint.Trap.class.getName()), HeldRelay.class.getName());
        var settings = List.of("spring.application.name", "spring.mongodb.uri", "spring.kafka.bootstrap-servers");
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.resolve("trap") + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                Replica.class.getName(),
                "victim-" + UUID.randomUUID().toString().substring(0, 8)));
        settings.forEach(name -> command.add("--" + name + "=" + environment.getRequiredProperty(name)));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("replica.log").toFile())
                .start();
    }

    private static void tell(Process process, String word) throws IOException {
        process.getOutputStream().write((word + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    private void awaitWord(BufferedReader said, String word) throws IOException {
        var line = said.readLine();
        assertThat(line).as(Files.readString(folder.resolve("replica.log"))).isEqualTo(word);
    }

    /** Until the process is no more. */
    private void listen(BufferedReader said, CountDownLatch held, CountDownLatch leftBehind) {
        try {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(Replica.HOLD)) {
                    held.countDown();
                    continue;
                }
                int blank = line.indexOf(' ');
                acknowledged.merge(line.substring(0, blank), Long.valueOf(line.substring(blank + 1)), Math::max);
                if (held.getCount() == 0) {
                    leftBehind.countDown();
                }
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private void work(AtomicBoolean goesOn) {
        var run = "survivor-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        for (int number = 0; goesOn.get(); number++) {
            var id = run + number;
            counters.create(id, CommandContext.of("p-1"), Shop.opened(id, "窗口"));
            acknowledged.put(id, 1L);
            for (long sequence = 2; sequence <= Replica.EVENTS; sequence++) {
                counters.change(id, CommandContext.of("p-1"), before -> Shop.counted(id, before));
                acknowledged.put(id, sequence);
            }
            pause();
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }

    private Map<String, Integer> lanesByOwner() {
        var owners = new HashMap<String, Integer>();
        mongo.getCollection("outbox_lanes")
                .find()
                .forEach(lane -> owners.merge(lane.getString("owner"), 1, Integer::sum));
        return owners;
    }

    private static void arePublished(Map<String, Long> wanted, EventProbe probe, long since) {
        long patience = 3 * PROMISED.toNanos();
        int events = wanted.values().stream().mapToInt(Long::intValue).sum();
        while (distinct(probe, wanted) < events) {
            assertThat(System.nanoTime() - since)
                    .as("%d of %d events are published", distinct(probe, wanted), events)
                    .isLessThan(patience);
            probe.drain();
        }
    }

    private static long distinct(EventProbe probe, Map<String, Long> wanted) {
        return probe.seen().stream()
                .filter(event -> event.sequence() <= wanted.getOrDefault(event.key(), 0L))
                .map(event -> event.key() + "/" + event.sequence())
                .distinct()
                .count();
    }

    private void haveHadTheirEffects(Map<String, Long> wanted) {
        Eventually.eventually(() -> {
            var seen = effects();
            assertThat(wanted.keySet())
                    .allSatisfy(id -> assertThat(seen.getOrDefault(id, List.of()))
                            .as(id)
                            .contains(LongStream.rangeClosed(1, wanted.get(id))
                                    .boxed()
                                    .toArray(Long[]::new)));
        });
    }

    private Map<String, List<Long>> effects() {
        return mongo.getCollection("everything").find().into(new java.util.ArrayList<>()).stream()
                .collect(Collectors.groupingBy(
                        effect -> effect.getString("key"),
                        Collectors.mapping(effect -> effect.getLong("sequence"), Collectors.toList())));
    }

    /** Also of commands that were committed and whose answer the killed one did not live to give. */
    private void nothingIsLostOrOutOfOrder(EventProbe probe) {
        Eventually.eventually(() -> assertThat(mongo.getCollection("counters")
                        .countDocuments(new Document("outbox.0", new Document("$exists", true))))
                .isZero());
        probe.drain();
        var published = probe.sequences();
        var documents = mongo.getCollection("counters").find().into(new java.util.ArrayList<>());
        assertThat(documents).extracting(document -> document.getString("_id")).containsAll(acknowledged.keySet());
        for (var document : documents) {
            var id = document.getString("_id");
            long last = document.getLong("sequence");
            assertThat(last).as(id).isGreaterThanOrEqualTo(acknowledged.getOrDefault(id, 0L));
            assertThat(published.get(id).stream().distinct())
                    .as("first appearances of " + id)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, last).boxed().toList());
        }
        Eventually.eventually(() -> {
            var seen = effects();
            assertThat(documents)
                    .allSatisfy(document -> assertThat(seen.get(document.getString("_id")))
                            .as("exactly once")
                            .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, document.getLong("sequence"))
                                    .boxed()
                                    .toList()));
        });
    }
}
