package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.keshi.contracts.Topics;
import dev.keshi.messaging.EventEnvelope;
import dev.keshi.messaging.MessagingApplication;
import dev.keshi.messaging.Shop;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealInfrastructure(ownDatabase = true)
@SpringBootTest(
        classes = MessagingApplication.class,
        properties = {"spring.application.name=redrive-it", "keshi.consumer.fill-gaps=false"})
class RedriveIT {

    private static final String COPIES = "copies/copies";

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private ParkedKeys parkedKeys;

    private final String key = "position-" + UUID.randomUUID();
    private KafkaProducer<String, String> producer;

    @BeforeEach
    void connect(RealKafka kafka) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "linger.ms", 0),
                new StringSerializer(),
                new StringSerializer());
    }

    @AfterEach
    void disconnect() {
        producer.close();
    }

    @Test
    void whatCameTooEarlyIsAppliedInOrderOnceWhatWasMissingIsThere() {
        send(key, 1, "one");
        send(key, 3, "three");
        send(key, 4, "four");
        send(key, 2, "two");
        var parked = parked(COPIES, key, 3);

        assertThat(parked.reason()).isEqualTo("gap: sequence 3 follows 1");
        assertThat(parkedKeys.letters(parked.id(), 10))
                .extracting(DeadLetter::sequence)
                .containsExactly(2L, 3L, 4L);
        assertThat(parkedKeys.redrive(parked.id(), 100)).isEqualTo(new Redrive(3, true, null));

        assertThat(copy(key).getString("title")).isEqualTo("four");
        assertThat(parkedKeys.find(parked.id())).isEmpty();
        assertThat(parkedKeys.letters(parked.id(), 10)).isEmpty();
        send(key, 5, "five");
        Eventually.holds(() -> copy(key).getLong("sequence") == 5);
    }

    @Test
    void theFirstThatIsStillRefusedHoldsBackThoseBehindIt() {
        send(key, 1, MessagingApplication.POISON);
        send(key, 2, "two");
        var parked = parked("effects", key, 2);

        var redrive = parkedKeys.redrive(parked.id(), 100);

        assertThat(redrive.applied()).isZero();
        assertThat(redrive.released()).isFalse();
        assertThat(redrive.refusal()).contains("a defect in a handler");
        assertThat(mongo.getCollection("effects").countDocuments(new Document("key", key)))
                .isZero();
        assertThat(parkedKeys.letters(parked.id(), 10))
                .extracting(DeadLetter::sequence, DeadLetter::attempts)
                .containsExactly(tuple(1L, 1), tuple(2L, 0));
    }

    @Test
    void oneEventIsRedrivenAndTheKeyStaysParkedForTheNext() {
        send(key, 1, "one");
        send(key, 3, "three");
        send(key, 2, "two");
        var parked = parked(COPIES, key, 2);

        assertThat(parkedKeys.redrive(parked.id(), 1)).isEqualTo(new Redrive(1, false, null));

        assertThat(copy(key).getLong("sequence")).isEqualTo(2);
        assertThat(parkedKeys.find(parked.id()).orElseThrow().letters()).isEqualTo(1);
    }

    @Test
    void whatNobodyCouldReadIsHandedToAllOnceItCanBeRead() {
        producer.send(record(key, 1, "keshi.org.position-invented.v9", "{}"));
        send(key, 1, "one");
        var parked = parked(DeadLetters.READER, key, 2);
        assertThat(parkedKeys.redrive(parked.id(), 100).refusal())
                .isEqualTo("unknown type keshi.org.position-invented.v9");

        // As a release does that knows the type.
        mongo.getCollection("dead_letters")
                .updateOne(
                        new Document("parkedKey", parked.id())
                                .append("type", "keshi.org.position-invented.v9")
                                .append("headers.name", "ce_type"),
                        new Document(
                                "$set",
                                new Document("headers.$.value", bytes(Shop.TYPE))
                                        .append("value", bytes(json(key, "late")))));

        assertThat(parkedKeys.redrive(parked.id(), 100)).isEqualTo(new Redrive(2, true, null));
        assertThat(copy(key).getLong("sequence")).isEqualTo(1);
    }

    @Test
    void whatIsGivenUpLeavesNoGapBehind() {
        send(key, 1, "one");
        producer.send(record(key, 2, Shop.TYPE, "{broken"));
        send(key, 3, "three");
        var parked = parked(DeadLetters.READER, key, 2);
        var broken = parkedKeys.letters(parked.id(), 1).getFirst();
        assertThatThrownBy(() -> parkedKeys.discard(parked.id(), broken.partition(), broken.offset() + 1))
                .isInstanceOf(ParkedKeyProblem.NotFirst.class);

        parkedKeys.discard(parked.id(), broken.partition(), broken.offset());
        assertThat(parkedKeys.redrive(parked.id(), 100)).isEqualTo(new Redrive(1, true, null));

        assertThat(copy(key).getString("title")).isEqualTo("three");
        assertThat(copy(key).getLong("sequence")).isEqualTo(3);
        send(key, 4, "four");
        Eventually.holds(() -> copy(key).getLong("sequence") == 4);
        // They follow the copy.
        Eventually.holds(() -> mongo.getCollection("effects").countDocuments(new Document("key", key)) == 3);
    }

    @Test
    void whatIsTooLargeIsGivenUpWithoutAGapToo() {
        send(key, 1, "one");
        producer.send(record(key, 2, Shop.TYPE, " ".repeat(EventEnvelope.MOST_BYTES + 1)));
        send(key, 3, "three");
        var parked = parked(DeadLetters.READER, key, 2);
        assertThat(parkedKeys.redrive(parked.id(), 100).refusal()).startsWith("1000001 bytes");
        var large = parkedKeys.letters(parked.id(), 1).getFirst();

        parkedKeys.discard(parked.id(), large.partition(), large.offset());

        assertThat(parkedKeys.redrive(parked.id(), 100)).isEqualTo(new Redrive(1, true, null));
        assertThat(copy(key).getLong("sequence")).isEqualTo(3);
    }

    @Test
    void whatComesWhileAKeyIsReleasedIsNeitherLostNorOvertaken() {
        int many = 200;
        send(key, 2, "2");
        parked(COPIES, key, 1);
        var sending = CompletableFuture.runAsync(() ->
                IntStream.rangeClosed(3, many).forEach(sequence -> send(key, sequence, Integer.toString(sequence))));
        send(key, 1, "1");

        var id = DeadLetters.id(COPIES, Topics.ORG, key);
        Eventually.holds(() -> {
            parkedKeys.find(id).ifPresent(parked -> parkedKeys.redrive(id, 100));
            return sending.isDone() && sequence() == many && parkedKeys.find(id).isEmpty();
        });

        assertThat(copy(key).getString("title")).isEqualTo(Integer.toString(many));
    }

    @Test
    void twoRedrivesOfOneKeyDoNotMeet() {
        send(key, 2, "two");
        var parked = parked(COPIES, key, 1);
        var other = new DeadLetters(mongo.getDb(), metrics(), Clock.systemUTC());
        assertThat(other.take(parked.id(), "somebody", Duration.ofMinutes(1))).isPresent();

        assertThatThrownBy(() -> parkedKeys.redrive(parked.id(), 1)).isInstanceOf(ParkedKeyProblem.BeingRedriven.class);
        other.giveBack(parked.id(), "somebody");
        assertThat(parkedKeys.redrive(parked.id(), 1).refusal()).startsWith("gap");
        assertThatThrownBy(() -> parkedKeys.redrive("nothing", 1)).isInstanceOf(ParkedKeyProblem.NotParked.class);
    }

    @Test
    void keysAreListedFromTheOneThatWaitsLongest() {
        send(key + "-a", 2, "two");
        parked(COPIES, key + "-a", 1);
        send(key + "-b", 2, "two");
        parked(COPIES, key + "-b", 1);

        var all = parkedKeys.list(Optional.empty(), "", 100);
        var first = all.getFirst();
        assertThat(all).isSortedAccordingTo(Comparator.comparing(ParkedKey::since));
        assertThat(parkedKeys.list(Optional.of(first.since()), first.id(), 100))
                .doesNotContain(first)
                .hasSize(all.size() - 1);
        assertThat(first.since()).isBefore(Instant.now().plusSeconds(60));
    }

    private static ConsumerMetrics metrics() {
        return new ConsumerMetrics(new SimpleMeterRegistry());
    }

    private ParkedKey parked(String subscription, String aggregate, int letters) {
        var id = DeadLetters.id(subscription, Topics.ORG, aggregate);
        Eventually.holds(() -> parkedKeys.letters(id, 100).size() == letters
                && parkedKeys.find(id).isPresent());
        return parkedKeys.find(id).orElseThrow();
    }

    private Document copy(String aggregate) {
        return mongo.getCollection("copies")
                .find(new Document("_id", aggregate))
                .first();
    }

    private long sequence() {
        return Optional.ofNullable(copy(key))
                .map(copy -> copy.getLong("sequence"))
                .orElse(0L);
    }

    private void send(String aggregate, long sequence, String title) {
        producer.send(record(aggregate, sequence, Shop.TYPE, json(aggregate, title)));
    }

    private static String json(String aggregate, String title) {
        return "{\"positionId\":\"%s\",\"title\":\"%s\",\"headcount\":1}".formatted(aggregate, title);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, String> record(String aggregate, long sequence, String type, String json) {
        var record = new ProducerRecord<>(Topics.ORG, aggregate, json);
        Map.of(
                        "ce_id",
                        aggregate + "-" + sequence,
                        "ce_type",
                        type,
                        "ce_source",
                        "/keshi/test",
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_epoch",
                        "1",
                        "ce_time",
                        "2026-01-01T00:00:00Z",
                        "ce_actor",
                        "p-1")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }
}
