package dev.keshi.notification;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.infrastructure.RealKafka;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * Whatever is wrong with a record, it is parked with the reason, counted, seen, redriven or given up; and its neighbours on
 * the same partition are applied as if it were not there.
 */
@RunningService
class BadInputIT {

    private static final int PARTITION = 0;
    private static final String FOREIGN = "*foreign";
    private static final String NOBODY_COULD_READ_IT = "*";

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MeterRegistry meters;

    private final String department = "d-" + UUID.randomUUID();
    private Wire wire;
    private Operations operations;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        operations = Operations.of(port, "root", "ADMIN");
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    /** One way to spoil a good record. */
    enum Bad {
        PAYLOAD_OVER_THE_LIMIT(
                NOBODY_COULD_READ_IT,
                "too-large",
                "1000001 bytes, and an event has at most 1000000",
                good -> with(good, " ".repeat(1_000_001))),
        NULL_VALUE(FOREIGN, "foreign", "no value", good -> with(good, (String) null)),
        BROKEN_JSON(
                NOBODY_COULD_READ_IT,
                "unreadable",
                "not a keshi.org.department-opened.v1: ",
                good -> with(good, "{\"departmentId\": ")),
        MISSING_HEADER(FOREIGN, "foreign", "no header ce_sequence", good -> header(good, "ce_sequence", null)),
        WRONG_KEY(
                NOBODY_COULD_READ_IT,
                "unreadable",
                "wrong key: departmentId is d-other",
                good -> with(good, text(good).replace(good.key(), "d-other"))),
        UNKNOWN_TYPE(
                NOBODY_COULD_READ_IT,
                "unknown-type",
                "unknown type keshi.org.department-invented.v9",
                good -> header(good, "ce_type", "keshi.org.department-invented.v9")),
        SOMEBODY_ELSES_RECORD(
                FOREIGN,
                "foreign",
                "no header ce_type",
                good -> new ProducerRecord<>(
                        good.topic(), good.key(), "a line of a log".getBytes(StandardCharsets.UTF_8)));

        private final String subscription;
        private final String tag;
        private final String reason;
        private final UnaryOperator<ProducerRecord<String, byte[]>> spoil;

        Bad(String subscription, String tag, String reason, UnaryOperator<ProducerRecord<String, byte[]>> spoil) {
            this.subscription = subscription;
            this.tag = tag;
            this.reason = reason;
            this.spoil = spoil;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongIsParkedCountedSeenAndGivenUpAndNobodyElseNoticesIt(Bad bad) {
        double counted = counted(bad.tag);
        var good = wire.record(Wire.opened(department, "Opened"), "hr");
        var before = wire.record(Wire.opened(department + "-before", "Opened"), "hr");
        var behind = wire.record(Wire.opened(department + "-behind", "Opened"), "hr");

        wire.send(before, PARTITION);
        wire.send(bad.spoil.apply(good), PARTITION);
        wire.send(behind, PARTITION);

        eventually(() -> assertThat(copy(department + "-behind")).isNotNull());
        assertThat(copy(department + "-before")).isNotNull();
        assertThat(copy(department)).isNull();
        eventually(() -> assertThat(counted(bad.tag)).isGreaterThanOrEqualTo(counted + 1));
        var parked = operations.parked(department, bad.subscription).orElseThrow();
        assertThat(parked.get("reason").asString()).startsWith(bad.reason);
        var letters = operations.letters(parked);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).get("reason").asString()).startsWith(bad.reason);
        assertThat(letters.get(0).get("partition").asInt()).isEqualTo(PARTITION);

        var redrive = operations.redrive(parked);
        assertThat(redrive.get("released").asBoolean()).isFalse();
        assertThat(redrive.get("refusal").asString()).startsWith(bad.reason);
        assertThat(operations.letters(parked).get(0).get("attempts").asInt()).isEqualTo(1);

        wire.send(good, PARTITION);
        if (bad.subscription.equals(FOREIGN)) {
            eventually(() -> assertThat(copy(department)).isNotNull());
        } else {
            eventually(() -> assertThat(operations.letters(parked)).hasSize(2));
        }
        var rest = operations.discard(parked, letters.get(0));
        assertThat(rest.get("released").asBoolean()).isTrue();
        assertThat(operations.parked(department)).isEmpty();
        assertThat(copy(department)).containsEntry("sequence", 1L).containsEntry("name", "Opened");
    }

    /** The copy has gone on and cannot know whether this is one of the events that it applied: it is a repetition to it. */
    @Test
    void aSequenceFromThePastIsCountedAsARepetitionAndChangesNothing() {
        double counted = meters.counter("inbox_duplicate_total").count();
        var first = wire.record(Wire.opened(department, "Opened"), "hr");
        wire.send(first, PARTITION);
        wire.send(wire.record(Wire.opened(department, "Opened"), "hr"), PARTITION);
        wire.send(another(first), PARTITION);
        wire.send(first, PARTITION);
        wire.send(wire.record(Wire.opened(department + "-behind", "Opened"), "hr"), PARTITION);

        eventually(() -> assertThat(copy(department + "-behind")).isNotNull());
        assertThat(copy(department)).containsEntry("sequence", 2L).containsEntry("name", "Opened");
        assertThat(operations.parked(department)).isEmpty();
        eventually(() -> assertThat(meters.counter("inbox_duplicate_total").count())
                .as("counted when the write that skips them is done")
                .isGreaterThanOrEqualTo(counted + 2));
    }

    @Test
    void anotherEventInThePlaceOfTheLastOneIsParkedAndTheKeyGoesOn() {
        double counted = counted("taken-place");
        var first = wire.record(Wire.opened(department, "Opened"), "hr");
        wire.send(first, PARTITION);
        wire.send(another(first), PARTITION);
        wire.send(wire.record(Wire.opened(department, "Opened"), "hr"), PARTITION);

        eventually(() -> assertThat(copy(department)).isNotNull().containsEntry("sequence", 2L));
        assertThat(copy(department)).containsEntry("name", "Opened");
        eventually(() -> assertThat(counted("taken-place")).isEqualTo(counted + 1));
        var parked = operations.parked(department, FOREIGN).orElseThrow();
        assertThat(parked.get("reason").asString()).startsWith("taken place: sequence 1 is that of event ");

        operations.discard(parked, operations.letters(parked).get(0));
        assertThat(operations.parked(department)).isEmpty();
        assertThat(copy(department)).containsEntry("sequence", 2L);
    }

    private static ProducerRecord<String, byte[]> another(ProducerRecord<String, byte[]> event) {
        return with(
                header(event, "ce_id", UUID.randomUUID().toString()),
                text(event).replace("Opened", "Invented"));
    }

    private static String text(ProducerRecord<String, byte[]> record) {
        return new String(record.value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> with(ProducerRecord<String, byte[]> record, @Nullable String value) {
        return new ProducerRecord<>(
                record.topic(),
                null,
                record.key(),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                new RecordHeaders(record.headers()));
    }

    private static ProducerRecord<String, byte[]> header(
            ProducerRecord<String, byte[]> record, String name, @Nullable String value) {
        var changed = with(record, text(record));
        changed.headers().remove(name);
        if (value != null) {
            changed.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }

    private double counted(String reason) {
        return meters.counter("dead_letters_parked_total", "reason", reason).count();
    }

    private @Nullable Document copy(String id) {
        return mongo.getCollection("directory_departments")
                .find(new Document("_id", id))
                .first();
    }
}
