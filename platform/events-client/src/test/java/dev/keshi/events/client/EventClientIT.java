package dev.keshi.events.client;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.events.client.jdbc.JdbcSubscriberStore;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealInfrastructure
class EventClientIT {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final NamesTable names = NamesTable.inMemory(run);
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final AtomicInteger calls = new AtomicInteger();
    private final EventSubscription<Connection> subscription = EventSubscription.named("erp-" + run)
            .remembering(new JdbcSubscriberStore(names.database()))
            .retries(new Retries(3, Duration.ofMillis(10), Duration.ofMillis(20)))
            .on(DepartmentRenamedV1.class, this::handle);

    private Map<String, Object> kafka;
    private Publisher keshi;
    private RealKafka broker;

    private void handle(ReceivedEvent<DepartmentRenamedV1> event, Connection transaction) throws Exception {
        if (event.key().contains(run)) {
            calls.incrementAndGet();
        }
        NamesTable.insert(event, transaction);
        if (broken.contains(event.key())) {
            throw new IllegalStateException("no room for " + event.key());
        }
    }

    @BeforeEach
    void publisher(RealKafka real) {
        broker = real;
        kafka = Map.of("bootstrap.servers", real.bootstrap());
        keshi = new Publisher(real);
    }

    @AfterEach
    void close() {
        keshi.close();
    }

    private EventClient start() {
        return EventClient.start(subscription, kafka, letters());
    }

    private String letters() {
        return "erp-" + run + ".dead-letters";
    }

    private String department(int number) {
        return "d-" + run + "-" + number;
    }

    private DeadLetters deadLetters() {
        return DeadLetters.of(subscription, kafka, letters());
    }

    private List<ParkedKey> parkedOfThisRun() {
        return deadLetters().parkedKeys().stream()
                .filter(parked -> parked.key().contains(run))
                .toList();
    }

    @Test
    void repetitionsOnTheWireReachNoHandlerAndOffsetsAreCommitted() {
        try (var client = start()) {
            keshi.publish(department(1), 1, 5);
            keshi.publish(department(1), 2, 4);
            keshi.publish(department(1), 6, 6);
            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(6)));
            eventually(() -> assertThat(client.figures().repeated()).isGreaterThanOrEqualTo(3));
        }
        int before = calls.get();
        try (var again = start()) {
            keshi.publish(department(2), 1, 1);
            eventually(() -> assertThat(names.of(department(2))).isEqualTo(NamesTable.upTo(1)));
            assertThat(again.figures().repeated()).isZero();
        }
        assertThat(calls.get()).isEqualTo(before + 1);
    }

    @Test
    void poisonAmidNeighboursStopsNobody() {
        var bad = department(99);
        var endless = "x".repeat(200);
        try (var client = start()) {
            keshi.publish(Published.event("keshi.org.department-polished.v1", "department", bad + endless, 1, "?"));
            for (int number = 1; number <= 8; number++) {
                keshi.publish(
                        Published.renamed(department(number), 1),
                        switch (number) {
                            case 1 -> Published.renamed(bad + "json", 1).json("{\"departmentId\":");
                            case 2 -> Published.renamed(bad + "null", 1).json(null);
                            case 3 -> Published.renamed(bad + "headers", 1).without("ce_id");
                            case 4 -> Published.renamed(department(1), 1).key(bad + "key");
                            case 5 -> Published.renamed(bad + "nokey", 1).key(null);
                            case 6 -> Published.renamed(bad + "type", 1).without("ce_type");
                            case 7 -> Published.event("keshi.org.flag-hoisted.v1", "flag", bad + "flag", 1, "?");
                            default -> Published.renamed(bad + "sequence", 1).with("ce_sequence", "first");
                        },
                        Published.renamed(department(number), 2));
            }
            eventually(() -> {
                for (int number = 1; number <= 8; number++) {
                    assertThat(names.of(department(number))).isEqualTo(NamesTable.upTo(2));
                }
            });
            eventually(() -> assertThat(parkedOfThisRun())
                    .extracting(parked -> parked.key().substring(bad.length()))
                    .containsExactlyInAnyOrder("json", "null", "headers", "key", "type", "sequence", endless));
            assertThat(parkedOfThisRun())
                    .extracting(ParkedKey::reason)
                    .contains(
                            "a key that is no id",
                            "no value",
                            "no header ce_id",
                            "no header ce_type",
                            "header ce_sequence is not a number");
        }
    }

    @Test
    void whatAHandlerRefusesIsTriedAgainThenParkedWithThoseBehindItWhileOtherKeysGoOn() {
        broken.add(department(1));
        try (var client = start()) {
            keshi.publish(department(1), 1, 3);
            keshi.publish(department(2), 1, 3);

            eventually(() -> assertThat(parkedOfThisRun()).singleElement().satisfies(parked -> {
                assertThat(parked.key()).isEqualTo(department(1));
                assertThat(parked.letters()).isEqualTo(3);
                assertThat(parked.reason()).contains("no room for " + department(1));
            }));
            eventually(() -> assertThat(names.of(department(2))).isEqualTo(NamesTable.upTo(3)));
            assertThat(names.of(department(1))).isEmpty();
            // Figures are told once the store has it.
            eventually(() -> assertThat(client.figures().parkedKeys()).isGreaterThanOrEqualTo(1));
            assertThat(calls.get()).as("three attempts, one key").isEqualTo(3 + 3);
        }
    }

    @Test
    void figuresAreOfNowWhileAHandlerTakesItsTimeWithABatch() {
        for (int number = 1; number <= 100; number++) {
            keshi.publish(department(number), 1, 1);
        }
        var gate = new Semaphore(0);
        var slow = EventSubscription.named("erp-" + run)
                .remembering(new JdbcSubscriberStore(names.database()))
                .retries(new Retries(1, Duration.ofMillis(10), Duration.ofMillis(20)))
                .on(DepartmentRenamedV1.class, (event, _) -> {
                    if (event.key().contains(run)) {
                        gate.acquire();
                        throw new IllegalStateException("no room for " + event.key());
                    }
                });
        try (var client = EventClient.start(slow, kafka, letters())) {
            eventually(() -> {
                gate.release();
                assertThat(client.figures().parkedKeys()).isPositive();
                assertThat(client.figures().lag()).as("what is in hand counts").isPositive();
            });
            gate.release(100);
            eventually(() -> assertThat(client.figures().parkedKeys()).isEqualTo(100));
            eventually(() -> assertThat(client.figures().lag()).isZero());
        }
    }

    @Test
    void parkedKeysAreKnownAfterARestartAndARedriveKeepsTheOrder() {
        broken.add(department(1));
        try (var client = start()) {
            keshi.publish(department(1), 1, 3);
            eventually(() -> assertThat(client.figures().parked()).isGreaterThanOrEqualTo(3));
        }
        broken.clear();
        try (var again = start()) {
            keshi.publish(department(1), 4, 5);
            keshi.publish(department(2), 1, 1);
            eventually(() -> assertThat(names.of(department(2))).isEqualTo(NamesTable.upTo(1)));
            eventually(() -> assertThat(again.figures().parked()).isGreaterThanOrEqualTo(2));
            assertThat(names.of(department(1))).isEmpty();

            var result = again.deadLetters().redrive("keshi.org.v1", department(1));

            assertThat(result.released()).isTrue();
            assertThat(result.handled()).isEqualTo(5);
            assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(5));
            keshi.publish(department(1), 6, 6);
            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(6)));
            eventually(() -> assertThat(parkedOfThisRun()).isEmpty());
        }
    }

    @Test
    void aRedriveWhileMoreComesInLosesNothingAndKeepsTheOrder() {
        broken.add(department(1));
        try (var client = start()) {
            keshi.publish(department(1), 1, 20);
            eventually(() -> assertThat(client.figures().parked()).isGreaterThanOrEqualTo(20));
            broken.clear();

            var publishing = Thread.ofVirtual().start(() -> {
                for (int sequence = 21; sequence <= 400; sequence++) {
                    keshi.publish(Published.renamed(department(1), sequence));
                }
            });
            client.deadLetters().redrive("keshi.org.v1", department(1));
            eventually(() -> assertThat(publishing.isAlive()).isFalse());

            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(400)));
            eventually(() -> assertThat(parkedOfThisRun()).isEmpty());
        }
    }

    @Test
    void aRedriveStopsAtWhatStillFailsAndOneLetterCanBeGivenUp() {
        broken.add(department(1));
        try (var client = start()) {
            keshi.publish(department(1), 1, 3);
            eventually(() -> assertThat(parkedOfThisRun())
                    .singleElement()
                    .extracting(ParkedKey::letters)
                    .isEqualTo(3));
            var stopped = client.deadLetters().redrive("keshi.org.v1", department(1));
            assertThat(stopped.released()).isFalse();
            assertThat(stopped.stoppedBy()).contains("no room");
            broken.clear();
            assertThat(client.deadLetters().redriveFirst("keshi.org.v1", department(1)))
                    .isEqualTo(new RedriveResult("keshi.org.v1", department(1), 1, false, null));
            assertThat(names.of(department(1))).containsExactly("name-1");

            client.deadLetters().discardFirst("keshi.org.v1", department(1));
            assertThat(client.deadLetters().redriveAll())
                    .contains(new RedriveResult("keshi.org.v1", department(1), 1, true, null));
            assertThat(names.of(department(1))).containsExactly("name-1", "name-3");
            assertThat(parkedOfThisRun()).isEmpty();
        }
    }

    @Test
    void aGapClosesWithAReplayIntoATopicOfTheSubscribersOwn() {
        var replays = "erp-" + run + ".replays";
        broker.createTopic(replays, 3);
        try (var client = EventClient.start(subscription.alsoFrom(replays), kafka, letters())) {
            keshi.publish(department(1), 1, 2);
            keshi.publish(department(1), 5, 6);
            eventually(() -> assertThat(parkedOfThisRun())
                    .singleElement()
                    .extracting(ParkedKey::reason)
                    .isEqualTo("gap: sequence 5 follows 2"));

            for (int sequence = 1; sequence <= 6; sequence++) {
                keshi.publish(Published.renamed(department(1), sequence).topic(replays));
            }
            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(6)));

            assertThat(client.deadLetters()
                            .redrive("keshi.org.v1", department(1))
                            .released())
                    .isTrue();
            assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(6));
        }
    }

    @Test
    void aSubscriberThatComesLateLosesNothingOfWhatAReplayBrings() {
        var replays = "erp-" + run + ".replays";
        broker.createTopic(replays, 3);
        try (var client = EventClient.start(subscription.alsoFrom(replays), kafka, letters())) {
            keshi.publish(department(1), 5, 6);
            eventually(() -> assertThat(parkedOfThisRun())
                    .singleElement()
                    .satisfies(parked ->
                            assertThat(parked.reason()).isEqualTo("gap: sequence 5 is the first that was seen")));

            for (int sequence = 1; sequence <= 4; sequence++) {
                keshi.publish(Published.renamed(department(1), sequence).topic(replays));
            }
            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(4)));
            assertThat(client.deadLetters()
                            .redrive("keshi.org.v1", department(1))
                            .released())
                    .isTrue();

            assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(6));
            keshi.publish(department(1), 7, 7);
            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(7)));
        }
    }

    @Test
    void aReplayThatIsThereBeforeTheStartIsReadFirstAndParksNothing() {
        var replays = "erp-" + run + ".replays";
        broker.createTopic(replays, 3);
        for (int number = 1; number <= 12; number++) {
            keshi.publish(department(number), 4, 5);
            for (int sequence = 1; sequence <= 3; sequence++) {
                keshi.publish(Published.renamed(department(number), sequence).topic(replays));
            }
        }
        try (var client = EventClient.start(subscription.alsoFrom(replays), kafka, letters())) {
            for (int number = 1; number <= 12; number++) {
                var department = department(number);
                eventually(() -> assertThat(names.of(department)).isEqualTo(NamesTable.upTo(5)));
            }
            assertThat(parkedOfThisRun()).isEmpty();
            eventually(() -> assertThat(client.figures().lag()).isZero());
        }
    }

    /** Two redrive at a time, one of them with a list that it read before the other had settled and trimmed everything. */
    @Test
    void aLetterThatIsGoneWasSettledBySomebodyElse() {
        broken.add(department(1));
        try (var client = start()) {
            keshi.publish(department(1), 1, 3);
            eventually(() -> assertThat(client.figures().parked()).isGreaterThanOrEqualTo(3));
            broken.clear();
            var key = new Parked.Key("keshi.org.v1", department(1));
            var known = deadLetters().scan(key::equals);
            client.deadLetters().redriveAll();
            client.deadLetters().trim();

            try (var late = new Redrive<>(subscription, new KafkaSettings(kafka), new DeadLetterTopic(letters()))) {
                assertThat(late.once(known, key, Integer.MAX_VALUE).released()).isTrue();
            }

            assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(3));
            keshi.publish(department(1), 4, 4);
            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(4)));
        }
    }

    /** A consumer that follows handles the same letter in the same moment. */
    @Test
    void aRedriveThatIsOvertakenLooksAgainAndGoesOn() {
        broken.add(department(1));
        try (var _ = start()) {
            keshi.publish(department(1), 1, 3);
            eventually(() -> assertThat(parkedOfThisRun())
                    .singleElement()
                    .extracting(ParkedKey::letters)
                    .isEqualTo(3));
        }
        broken.clear();
        var overtaken = new AtomicBoolean();
        var slower = subscription.remembering(new DelegatingStore(new JdbcSubscriberStore(names.database())) {
            @Override
            public void advance(Connection transaction, AggregateKey aggregate, Optional<Position> from, Position to)
                    throws Exception {
                if (aggregate.id().equals(department(1)) && overtaken.compareAndSet(false, true)) {
                    throw new ConcurrentAdvance(aggregate);
                }
                super.advance(transaction, aggregate, from, to);
            }
        });

        assertThat(DeadLetters.of(slower, kafka, letters()).redriveAll())
                .contains(new RedriveResult("keshi.org.v1", department(1), 3, true, null));

        assertThat(overtaken).isTrue();
        assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(3));
    }

    @Test
    void aRecordWithoutAKeyIsListedAndStaysUntilItIsGivenUp() {
        try (var _ = start()) {
            keshi.publish(
                    Published.renamed(department(1), 1).key(null).with("ce_id", run + "-1"),
                    Published.renamed(department(1), 2).key(null).with("ce_id", run + "-2"));
            eventually(() -> assertThat(keyless()).isGreaterThanOrEqualTo(2));
        }
        long before = keyless();

        deadLetters().trim();
        assertThat(deadLetters().redrive("keshi.org.v1", ParkedKey.NO_KEY).stoppedBy())
                .isEqualTo("no key");
        assertThat(keyless()).isEqualTo(before);

        for (long left = before - 1; left >= 0; left--) {
            deadLetters().discardFirst("keshi.org.v1", ParkedKey.NO_KEY);
            assertThat(keyless()).isEqualTo(left);
        }
        deadLetters().trim();
        assertThat(keyless()).isZero();
    }

    private long keyless() {
        return deadLetters().parkedKeys().stream()
                .filter(parked -> parked.key().equals(ParkedKey.NO_KEY))
                .mapToLong(ParkedKey::letters)
                .sum();
    }

    /** Nothing comes that could show that the store or Kafka is back; that there is nothing to wait with shows it. */
    @Test
    void whoHasNothingInHandDoesNotWait() {
        var atTheEnd = Map.of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "latest");
        var tally = new Tally();
        tally.waiting(true);
        try (var session = new EventSession<>(
                subscription, new KafkaSettings(atTheEnd), new DeadLetterTopic(letters()), tally, () -> false)) {
            eventually(() -> {
                session.round();
                assertThat(tally.figures().waiting()).isFalse();
            });
            assertThat(tally.figures().applied()).isZero();
        }
    }

    @Test
    void settledLettersAreTrimmedAndOpenOnesStay() {
        broken.add(department(1));
        broken.add(department(2));
        try (var client = start()) {
            keshi.publish(department(1), 1, 4);
            keshi.publish(department(2), 1, 2);
            eventually(() -> assertThat(parkedOfThisRun()).hasSize(2));
            broken.remove(department(1));
            client.deadLetters().redrive("keshi.org.v1", department(1));

            client.deadLetters().trim();

            assertThat(parkedOfThisRun())
                    .singleElement()
                    .extracting(ParkedKey::key)
                    .isEqualTo(department(2));
        }
    }

    @Test
    void whileTheStoreIsAwayNothingIsParkedAndAfterwardsItGoesOn() {
        var away = new AtomicBoolean(true);
        var waiting = subscription.remembering(new DelegatingStore(new JdbcSubscriberStore(names.database())) {
            @Override
            public <R extends @Nullable Object> R inTransaction(Work<Connection, R> work) throws Exception {
                if (away.get()) {
                    throw new SQLTransientConnectionException("no connection");
                }
                return super.inTransaction(work);
            }
        });
        try (var client = EventClient.start(waiting, kafka, letters())) {
            keshi.publish(department(1), 1, 3);
            eventually(() -> assertThat(client.figures().waiting()).isTrue());
            away.set(false);
            eventually(() -> assertThat(names.of(department(1))).isEqualTo(NamesTable.upTo(3)));
            assertThat(parkedOfThisRun()).isEmpty();
            assertThat(client.figures().waiting()).isFalse();
        }
    }

    @Test
    void membersComeAndGoAndEveryEventIsHandledOnceInOrder() {
        int departments = 24;
        try (var first = start()) {
            publishAll(departments, 1, 10);
            eventually(() -> assertThat(first.figures().applied()).isPositive());
            try (var second = start()) {
                publishAll(departments, 11, 20);
                eventually(() -> assertThat(second.figures().partitions()).isPositive());
                publishAll(departments, 21, 30);
                first.close();
                try (var third = start()) {
                    publishAll(departments, 31, 40);
                    eventually(() -> assertThat(third.figures().partitions()).isPositive());
                    publishAll(departments, 41, 50);
                    eventually(
                            Duration.ofMinutes(1),
                            () -> IntStream.range(0, departments)
                                    .forEach(number -> assertThat(names.of(department(number)))
                                            .isEqualTo(NamesTable.upTo(50))));
                }
            }
        }
    }

    private void publishAll(int departments, int first, int last) {
        for (int sequence = first; sequence <= last; sequence++) {
            int each = sequence;
            keshi.publish(IntStream.range(0, departments)
                    .mapToObj(number -> Published.renamed(department(number), each))
                    .toArray(Published[]::new));
        }
    }

    @Test
    void wrongSettingsAreSaidAtOnce() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> EventClient.start(subscription, Map.of(), letters()))
                .withMessageContaining("bootstrap.servers");
        assertThatThrownBy(() -> EventClient.start(
                        EventSubscription.named("none").remembering(subscription.store()), kafka, letters()))
                .hasMessage("none handles no event");
    }
}
