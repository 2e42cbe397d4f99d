package dev.keshi.events.client;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.org.DepartmentRenamedV1;
import dev.keshi.events.client.jdbc.JdbcSubscriberStore;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of records in the dead-letter topic that are not like others. All come by a topic of the subscriber's own. */
@RealInfrastructure
class LettersIT {

    private static final int NINE_MEGABYTES = 9 * 1024 * 1024;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String own = "letters-" + run;
    private final NamesTable names = NamesTable.inMemory(run);
    private final AtomicBoolean broken = new AtomicBoolean();
    private final EventSubscription<Connection> subscription = EventSubscription.named("letters-" + run)
            .remembering(new JdbcSubscriberStore(names.database()))
            .retries(new Retries(2, Duration.ofMillis(10), Duration.ofMillis(20)))
            .alsoFrom(own)
            .on(DepartmentRenamedV1.class, this::handle);

    private RealKafka broker;
    private Map<String, Object> kafka;

    private void handle(ReceivedEvent<DepartmentRenamedV1> event, Connection transaction) throws Exception {
        NamesTable.insert(event, transaction);
        if (broken.get() && event.key().equals("bad-" + run)) {
            throw new IllegalStateException("no room");
        }
    }

    @BeforeEach
    void topics(RealKafka real) {
        broker = real;
        kafka = Map.of("bootstrap.servers", real.bootstrap());
        new Publisher(real).close();
        real.createTopic(own, 1);
    }

    @Test
    void whatComesAfterATopicWasMadeAnewIsNotTakenForWhatLayThereBefore() throws Exception {
        broken.set(true);
        try (var _ = start()) {
            publish("bad", 1, 4);
            eventually(() -> assertThat(letters()).isEqualTo(4));
        }
        makeAnew();
        publish("bad", 5, 6);
        publish("good", 1, 1);
        broken.set(false);
        try (var client = start()) {
            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));
            assertThat(client.deadLetters().redrive(own, "bad-" + run).released())
                    .isTrue();
        }
        assertThat(names.of("bad-" + run)).isEqualTo(NamesTable.upTo(6));
    }

    @Test
    void aRecordThatComesAgainFromItsPlaceIsLaidAsideOnce() {
        broken.set(true);
        try (var _ = start()) {
            publish("bad", 1, 3);
            eventually(() -> assertThat(letters()).isEqualTo(3));
        }
        forgetOffsets();
        publish("good", 1, 1);
        try (var _ = start()) {
            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));
        }
        assertThat(letters()).isEqualTo(3);
    }

    @Test
    void foreignHeadersThatNoLetterHoldsAreLeftOutAndTheEventCanStillBeHandled() {
        broken.set(true);
        try (var client = start()) {
            publishCompressed(Published.renamed("bad-" + run, 1).topic(own), "x");
            publish("good", 1, 1);
            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));
            assertThat(parked())
                    .singleElement()
                    .satisfies(key -> assertThat(key.reason()).contains("no room"));

            broken.set(false);
            assertThat(client.deadLetters().redrive(own, "bad-" + run).released())
                    .isTrue();
            assertThat(names.of("bad-" + run)).isEqualTo(NamesTable.upTo(1));
        }
    }

    @Test
    void whatFitsNoLetterLeavesItsPlaceThereAndStopsNobody() {
        broken.set(true);
        try (var client = start()) {
            publishCompressed(Published.renamed("bad-" + run, 1).topic(own), "ce_actor");
            publish("good", 1, 1);
            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));

            assertThat(client.deadLetters().redrive(own, "bad-" + run).stoppedBy())
                    .isEqualTo("the value was too large for the dead-letter topic; it lies at " + own + "-0@0");
            client.deadLetters().discardFirst(own, "bad-" + run);
            broken.set(false);
            publish("bad", 2, 2);
            eventually(() -> assertThat(names.of("bad-" + run)).containsExactly("name-2"));
        }
    }

    @Test
    void aKeyThatFitsNoLetterIsLeftOutAndParksNothing() {
        try (var _ = start()) {
            publishCompressed(
                    Published.renamed("bad-" + run, 1).topic(own).key("k".repeat(NINE_MEGABYTES)), "content-encoding");
            publish("good", 1, 1);
            eventually(() -> assertThat(names.of("good-" + run)).isEqualTo(NamesTable.upTo(1)));

            assertThat(parked()).singleElement().satisfies(key -> {
                assertThat(key.key()).isEqualTo(ParkedKey.NO_KEY);
                assertThat(key.reason()).isEqualTo("a key that is no id");
            });
        }
    }

    private EventClient start() {
        return EventClient.start(subscription, kafka, own + ".dead-letters");
    }

    private List<ParkedKey> parked() {
        return DeadLetters.of(subscription, kafka, own + ".dead-letters").parkedKeys().stream()
                .filter(key -> key.topic().equals(own))
                .toList();
    }

    private int letters() {
        return parked().stream().mapToInt(ParkedKey::letters).sum();
    }

    private void publish(String department, int first, int last) {
        try (var keshi = new Publisher(broker)) {
            for (int sequence = first; sequence <= last; sequence++) {
                keshi.publish(
                        Published.renamed(department + "-" + run, sequence).topic(own));
            }
        }
    }

    /** With one header more, of nine megabytes that a broker takes because they are all alike. */
    private void publishCompressed(Published published, String header) {
        var record = published.toSend();
        record.headers().remove(header);
        record.headers().add(header, "a".repeat(NINE_MEGABYTES).getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                broker.bootstrap(),
                "compression.type",
                "gzip",
                "max.request.size",
                40_000_000,
                "buffer.memory",
                80_000_000L);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private void makeAnew() throws Exception {
        try (var admin = Admin.create(kafka)) {
            admin.deleteTopics(List.of(own)).all().get();
            eventually(() -> assertThat(admin.listTopics().names().get()).doesNotContain(own));
        }
        broker.createTopic(own, 1);
    }

    private void forgetOffsets() {
        try (var admin = Admin.create(kafka)) {
            eventually(() -> admin.deleteConsumerGroups(List.of(subscription.name()))
                    .all()
                    .get());
        }
    }
}
