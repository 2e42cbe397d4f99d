package dev.keshi.events.client;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.events.client.jdbc.JdbcSubscriberStore;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Handlers that do what a handler should not: the others, and whoever watches, must not suffer from it. */
@RealInfrastructure
class MisbehavingHandlersIT {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String own = "misbehaving-" + run;
    private final NamesTable names = NamesTable.inMemory(run);
    private final AtomicReference<EventHandler<DepartmentRenamedV1, Connection>> ofBad =
            new AtomicReference<>(NamesTable::insert);
    private final EventSubscription<Connection> subscription = EventSubscription.named("misbehaving-" + run)
            .remembering(new JdbcSubscriberStore(names.database()))
            .retries(new Retries(3, Duration.ofMillis(10), Duration.ofMillis(20)))
            .alsoFrom(own)
            .on(DepartmentRenamedV1.class, this::handle);

    private Map<String, Object> kafka;
    private RealKafka broker;

    private void handle(ReceivedEvent<DepartmentRenamedV1> event, Connection transaction) throws Exception {
        var handler = event.key().equals("bad-" + run)
                ? ofBad.get()
                : (EventHandler<DepartmentRenamedV1, Connection>) NamesTable::insert;
        handler.handle(event, transaction);
    }

    @BeforeEach
    void topics(RealKafka real) {
        broker = real;
        kafka = Map.of("bootstrap.servers", real.bootstrap());
        new Publisher(real).close();
        real.createTopic(own, 1);
    }

    @Test
    void anErrorOfItsOwnParksTheKeyAndTheOthersGoOn() {
        ofBad.set((_, _) -> {
            throw new Unforeseen();
        });
        try (var client = start()) {
            publish("bad", "good");

            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));
            assertThat(reasons(client)).singleElement().asString().contains("Unforeseen");
        }
    }

    @Test
    void anErrorOfTheVirtualMachineEndsTheClientForAllToSee() {
        ofBad.set((_, _) -> {
            throw new OutOfMemoryError("a big array");
        });
        try (var client = start()) {
            eventually(() -> assertThat(client.figures().partitions()).isPositive());
            assertThat(client.figures().ended()).isFalse();
            publish("bad", "good");

            eventually(() -> assertThat(client.figures().ended()).isTrue());
            assertThat(client.figures().partitions()).isZero();
        }
        ofBad.set(NamesTable::insert);
        try (var _ = start()) {
            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));
            assertThat(names.of("bad-" + run)).isEqualTo(NamesTable.upTo(1));
        }
    }

    @Test
    void aCallThatIsInterruptedIsAFailedAttempt() {
        ofBad.set((_, _) -> {
            throw new InterruptedException("from a call");
        });
        try (var client = start()) {
            publish("bad", "good");

            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));
            assertThat(reasons(client)).singleElement().asString().contains("from a call");
        }
    }

    @Test
    void whoLeavesItsThreadInterruptedFailsAloneToo() {
        ofBad.set((_, _) -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted, as it is usually said");
        });
        try (var client = start()) {
            publish("bad", "good");

            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));
            assertThat(reasons(client)).singleElement().asString().contains("as it is usually said");
        }
    }

    @Test
    void aHandlerThatClosesItsClientIsTheLastAndEndsInPeace() {
        var client = new AtomicReference<EventClient>();
        ofBad.set((event, transaction) -> {
            client.get().close();
            NamesTable.insert(event, transaction);
        });
        client.set(start());
        publish("bad", "good");

        eventually(
                Duration.ofSeconds(20), () -> assertThat(names.of("bad-" + run)).isEqualTo(NamesTable.upTo(1)));
        client.get().close();
        assertThat(client.get().figures().ended()).isTrue();
        assertThat(names.of("good-" + run)).isEmpty();
    }

    /** Whoever closes may interrupt a handler that does not end: what fails because of that is nobody's fault. */
    @Test
    void whatFailsWhileTheClientStopsIsLeftForTheNextStart() {
        var stopping = new AtomicBoolean();
        ofBad.set((_, _) -> {
            stopping.set(true);
            throw new InterruptedException("it took too long");
        });
        var once = subscription.retries(new Retries(1, Duration.ZERO, Duration.ZERO));
        publish("bad");
        try (var session = new EventSession<>(
                once,
                new KafkaSettings(kafka),
                new DeadLetterTopic(own + ".dead-letters"),
                new Tally(),
                stopping::get)) {
            eventually(() -> {
                session.round();
                assertThat(stopping).isTrue();
            });
        }
        ofBad.set(NamesTable::insert);
        try (var client = start()) {
            eventually(() -> assertThat(names.of("bad-" + run)).isEqualTo(NamesTable.upTo(1)));
            assertThat(reasons(client)).isEmpty();
        }
    }

    private EventClient start() {
        return EventClient.start(subscription, kafka, own + ".dead-letters");
    }

    private List<String> reasons(EventClient client) {
        return client.deadLetters().parkedKeys().stream()
                .filter(key -> key.topic().equals(own))
                .map(ParkedKey::reason)
                .toList();
    }

    private void publish(String... departments) {
        try (var keshi = new Publisher(broker)) {
            for (var department : departments) {
                keshi.publish(Published.renamed(department + "-" + run, 1).topic(own));
            }
        }
    }

    private static final class Unforeseen extends Error {
        private static final long serialVersionUID = 1L;
    }
}
