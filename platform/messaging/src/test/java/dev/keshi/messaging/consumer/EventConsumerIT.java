package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.MessagingApplication;
import dev.keshi.messaging.Shop;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealInfrastructure(ownDatabase = true)
@SpringBootTest(classes = MessagingApplication.class, properties = "spring.application.name=consumer-it")
class EventConsumerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private EffectsDoorbell doorbell;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AggregateCollection<Shop.CounterDocument> notes;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private TopicOffsets offsets;

    private final String key = "position-" + UUID.randomUUID();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void connect(RealKafka kafka) {
        producer = new KafkaProducer<>(
                // What others send is limited by the broker alone, and it looks at the compressed batch.
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrap(),
                        "linger.ms",
                        0,
                        "compression.type",
                        "gzip",
                        "max.request.size",
                        30_000_000),
                new StringSerializer(),
                new StringSerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void aCopyAppliesEveryEventOnceHoweverOftenItComes() {
        send(key, 1, "one");
        send(key, 2, "two");
        send(key, 1, "one");
        send(key, 2, "two");
        send(key, 3, "three");

        Eventually.holds(() -> sequence() == 3 && count("effects") == 3 && count("everything") == 3);
        sendAndAwaitNeighbour();
        assertThat(copy().getString("title")).isEqualTo("three");
        assertThat(count("effects")).isEqualTo(3);
        assertThat(count("everything")).isEqualTo(3);
        assertThat(parked()).isZero();
    }

    /** And not before copies are as new: who follows an effect reads them. */
    @Test
    void itRingsWhenEffectsHaveBeenWritten() {
        var bell = doorbell.bell("effects");

        send(key, 1, "one");

        // Those of other tests ring as well.
        Eventually.holds(() -> bell.tryAcquire() && count("effects") == 1);
        assertThat(sequence()).isOne();
    }

    @Test
    void anOldEventAfterNewerOnesChangesNothing() {
        send(key, 1, "one");
        send(key, 2, "two");
        Eventually.holds(() -> sequence() == 2);
        send(key, 1, "one");
        sendAndAwaitNeighbour();

        assertThat(copy().getString("title")).isEqualTo("two");
    }

    @Test
    void aGapParksTheAggregateAndItsNeighboursGoOn() {
        send(key, 1, "one");
        send(key, 3, "three");
        send(key, 4, "four");
        sendAndAwaitNeighbour();

        Eventually.holds(() -> letters("copies/copies") == 2);
        assertThat(copy().getString("title")).isEqualTo("one");
        assertThat(mongo.getCollection("parked_keys")
                        .find(new Document("key", key))
                        .first()
                        .getString("reason"))
                .isEqualTo("gap: sequence 3 follows 1");
    }

    @Test
    void whatOperatorsWatchMoves() {
        double duplicates = meters.get("inbox_duplicate_total").counter().count();
        double gaps = meters.get("event_gap_total").counter().count();
        send(key, 1, "one");
        send(key, 1, "one");
        send(key, 3, "three");

        Eventually.holds(() -> meters.get("event_gap_total").counter().count() == gaps + 1);
        assertThat(meters.find("kafka.consumer.fetch.manager.records.consumed.total")
                        .meters())
                .isNotEmpty();
        Eventually.holds(() -> meters.get("inbox_duplicate_total").counter().count() > duplicates);
        Eventually.holds(() -> meters.get("dead_letters_parked_keys").gauge().value() >= 1);
    }

    @Test
    void aHandlerThatFailsParksItsOwnSubscriptionOnly() {
        send(key, 1, MessagingApplication.POISON);
        send(key, 2, "two");
        sendAndAwaitNeighbour();

        Eventually.holds(() -> sequence() == 2);
        Eventually.holds(() -> letters("effects") == 2);
        assertThat(mongo.getCollection("effects").countDocuments(new Document("key", key)))
                .isZero();
    }

    @Test
    void whatNobodyCanReadIsParkedWithItsReasonAndStopsNobody() {
        producer.send(record(key, 1, "keshi.org.position-invented.v9", "{}"));
        producer.send(record(key + "-json", 1, Shop.TYPE, "{not json"));
        producer.send(record(key + "-null", 1, Shop.TYPE, null));
        producer.send(new ProducerRecord<>(Topics.ORG, key + "-bare", "{}"));
        producer.send(
                record(key + "-less", 1, Shop.TYPE, "{\"positionId\":\"%s-less\",\"headcount\":1}".formatted(key)));
        producer.send(
                record(key + "-other", 1, Shop.TYPE, "{\"positionId\":\"p-1\",\"title\":\"one\",\"headcount\":1}"));
        producer.send(record(key + "-nil", 1, Shop.TYPE, "null"));
        producer.send(record(key + "-zero", 0, Shop.TYPE, "{}"));
        producer.send(odd(record(key + "-odd", 1, "keshi.org.position-invented.v9", "{}")));
        producer.send(record(key + "-huge", 1, "keshi.org.position-invented.v9", " ".repeat(17_000_000)));
        producer.send(with(20_000, record(key + "-headers", 1, "keshi.org.position-invented.v9", "{}")));
        producer.send(record(key + "-long-key" + "x".repeat(500), 1, Shop.TYPE, "{}"));
        var actor = record(key + "-actor", 1, Shop.TYPE, "{}");
        actor.headers().add("ce_actor", new byte[2_000_000]);
        producer.send(actor);
        sendAndAwaitNeighbour();

        Eventually.holds(() -> lettersOfKeysLike(DeadLetters.READER) == 8);
        assertThat(lettersOfKeysLike(DeadLetters.FOREIGN)).isEqualTo(5);
        assertThat(reason(key + "-headers")).contains("unknown type").contains("bytes, not kept");
        assertThat(reason(key + "-actor")).startsWith("header ce_actor has 2000000 bytes");
        assertThat(reason(key + "-nil")).isEqualTo("not a " + Shop.TYPE + ": null");
        assertThat(reason(key + "-zero")).isEqualTo("header ce_sequence is 0");
        assertThat(reason(key + "-odd")).isEqualTo("unknown type keshi.org.position-invented.v9");
        assertThat(reason(key + "-huge")).contains("bytes, not kept");
        assertThat(reason(key + "-less")).isEqualTo("not a " + Shop.TYPE + ": title is missing");
        assertThat(reason(key + "-other")).isEqualTo("wrong key: positionId is p-1");
        assertThat(reason(key)).isEqualTo("unknown type keshi.org.position-invented.v9");
        assertThat(reason(key + "-json")).startsWith("not a " + Shop.TYPE);
        assertThat(reason(key + "-null")).isEqualTo("no value");
        assertThat(reason(key + "-bare")).isEqualTo("no header ce_type");
    }

    @Test
    void whatIsNoEventIsNotHeldBackByItsKeyEither() {
        producer.send(record(key, 1, "keshi.org.position-invented.v9", "{}"));
        producer.send(new ProducerRecord<>(Topics.ORG, key, "hello"));
        producer.send(record(key, 2, Shop.TYPE, "{}"));
        sendAndAwaitNeighbour();

        Eventually.holds(() -> letters(DeadLetters.READER) == 2);
        assertThat(letters(DeadLetters.FOREIGN)).isEqualTo(1);
    }

    @Test
    void transactionsLeaveNothingToWaitForAndWhatWasTakenBackIsNotHeard(RealKafka kafka) {
        try (var transactional = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "transactional.id", key),
                new StringSerializer(),
                new StringSerializer())) {
            transactional.initTransactions();
            for (int number = 0; number < 20; number++) {
                transactional.beginTransaction();
                transactional.send(record(key + "-aborted-" + number, 1, Shop.TYPE, "{}"));
                transactional.abortTransaction();
                transactional.beginTransaction();
                transactional.send(record(key + "-committed-" + number, 1, "keshi.org.position-invented.v9", "{}"));
                transactional.commitTransaction();
            }
        }

        Eventually.holds(() -> lettersOfKeysLike(DeadLetters.READER) == 20);
        Eventually.holds(() -> offsets.ownPlaces().stream().allMatch(place -> place.lag() == 0));
        assertThat(mongo.getCollection("everything")
                        .countDocuments(new Document("key", new Document("$regex", "^" + key + "-aborted"))))
                .isZero();
    }

    @Test
    void whatIsNoEventHoldsNobodyBack() {
        producer.send(new ProducerRecord<>(Topics.ORG, key, "hello"));
        send(key, 1, "one");

        Eventually.holds(() -> sequence() == 1);
        assertThat(letters(DeadLetters.FOREIGN)).isEqualTo(1);
        assertThat(letters(DeadLetters.READER)).isZero();
    }

    @Test
    void aCopyThatSomebodyDamagedStopsItsOwnKeyOnly() {
        send(key, 1, "one");
        Eventually.holds(() -> sequence() == 1);
        mongo.getCollection("copies")
                .updateOne(new Document("_id", key), new Document("$set", new Document("sequence", 1.0)));
        send(key, 3, "three");
        sendAndAwaitNeighbour();

        Eventually.holds(() -> letters(DeadLetters.READER) == 1);
        assertThat(reason(key)).contains("ClassCastException");
        mongo.getCollection("copies").deleteOne(new Document("_id", key));
    }

    @Test
    void whoeverKeepsEveryEventKeepsThoseOfUnknownTypesToo() {
        producer.send(record(key, 1, "keshi.org.position-invented.v9", "{}"));
        producer.send(record(key, 2, "keshi.org.position-invented.v9", "{not json"));

        Eventually.holds(() -> mongo.getCollection("everything").countDocuments(new Document("key", key)) == 2);
        Eventually.holds(() -> letters(DeadLetters.READER) == 2);
    }

    @Test
    void anAggregateThatAnEventCreatedIsAdvancedByEachLaterEventOnceAndInOrder() {
        define("one");
        send(key, 2, "two");
        send(key, 3, "three");
        send(key, 2, "two");
        define("one");
        sendAndAwaitNeighbour();

        Eventually.holds(() -> notes.find(key).isPresent());
        Eventually.holds(() -> notes.find(key).orElseThrow().version() == 3);
        assertThat(notes.find(key).orElseThrow().state()).isEqualTo(new Shop.CounterDocument("three", 3));
    }

    @Test
    void anAggregateThatAnEventCreatedTakesCommands(RealKafka kafka) {
        define("one");
        Eventually.holds(() -> notes.find(key).isPresent());

        notes.change(key, CommandContext.of("p-1"), state -> Shop.counted(key, state));

        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.ORG)) {
            var published = probe.await(
                    1,
                    event -> event.key().equals(key)
                            && event.headers().get("ce_actor").equals("p-1")
                            && event.headers().containsKey("ce_source"),
                    PATIENCE);
            assertThat(published.getFirst().sequence()).isEqualTo(1);
        }
    }

    private void define(String title) {
        producer.send(record(
                key,
                1,
                "keshi.org.position-defined.v1",
                "{\"positionId\": \"%s\", \"code\": \"OPS-ASSISTANT\", \"title\": \"%s\", \"titleEn\": \"Operations assistant\", \"departmentId\": \"d-9Xk2LmQx8Zr1TnVbW0c4Ag\", \"headcount\": 4, \"template\": \"operations-assistant\"}"
                        .formatted(key, title)));
    }

    private long lettersOfKeysLike(String subscription) {
        return mongo.getCollection("dead_letters")
                .countDocuments(
                        new Document("key", new Document("$regex", "^" + key)).append("subscription", subscription));
    }

    private String reason(String parkedKey) {
        return mongo.getCollection("dead_letters")
                .find(new Document("key", parkedKey))
                .first()
                .getString("reason");
    }

    /** Another aggregate in every partition gets through: what was sent before has been handled. */
    private void sendAndAwaitNeighbour() {
        for (int number = 0; number < 60; number++) {
            send(key + "-neighbour-" + number, 1, "neighbour");
        }
        Eventually.holds(() -> mongo.getCollection("copies")
                        .countDocuments(new Document("_id", new Document("$regex", "^" + key + "-neighbour")))
                == 60);
    }

    private void send(String aggregate, long sequence, String title) {
        producer.send(record(
                aggregate,
                sequence,
                Shop.TYPE,
                "{\"positionId\":\"%s\",\"title\":\"%s\",\"headcount\":%d,\"addedLater\":true}"
                        .formatted(aggregate, title, sequence)));
    }

    /** Each costs a document more than its bytes. */
    private static ProducerRecord<String, String> with(int headers, ProducerRecord<String, String> record) {
        for (int number = 0; number < headers; number++) {
            record.headers().add("h", new byte[0]);
        }
        return record;
    }

    /** A name that cannot be the name of a field. */
    private static ProducerRecord<String, String> odd(ProducerRecord<String, String> record) {
        record.headers().add("a\0b.$c", new byte[0]);
        return record;
    }

    private static ProducerRecord<String, String> record(
            String aggregate, long sequence, String type, @Nullable String json) {
        var record = new ProducerRecord<>(Topics.ORG, aggregate, json);
        Map.of(
                        "ce_id",
                        aggregate + "-" + sequence,
                        "ce_type",
                        type,
                        "ce_time",
                        Instant.now().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_epoch",
                        "1",
                        "ce_actor",
                        "p-1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private @Nullable Document copy() {
        return mongo.getCollection("copies").find(new Document("_id", key)).first();
    }

    private long sequence() {
        var copy = copy();
        return copy == null ? 0 : copy.getLong("sequence");
    }

    private long count(String collection) {
        return mongo.getCollection(collection).countDocuments(new Document("key", key));
    }

    private long parked() {
        return mongo.getCollection("parked_keys").countDocuments(new Document("key", key));
    }

    private long letters(String subscription) {
        return mongo.getCollection("dead_letters")
                .countDocuments(new Document("key", key).append("subscription", subscription));
    }
}
