package dev.keshi.performance.indicator;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.performance.Wire;
import dev.keshi.test.events.EventProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A department of its own, somebody who will leave it, and what other services tell of the work there. */
final class Yard implements AutoCloseable {

    static final LocalDate MARCH_1 = LocalDate.of(2020, 3, 1);
    static final String ON_TIME = "tasks-on-time";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String MOVED = "keshi.performance.indicator-moved.v1";

    final String department = "yard-" + UUID.randomUUID();
    final String leaver = "leaver-" + UUID.randomUUID();
    final Wire wire;
    private final MongoTemplate mongo;

    Yard(Wire wire, MongoTemplate mongo) {
        this.wire = wire;
        this.mongo = mongo;
    }

    /** Works here from that day on, and it is known. */
    void hired(LocalDate on) {
        wire.happens(
                new PersonHiredV1(
                        leaver, "E-" + leaver, new EncryptedText(leaver, "AAAA"), null, department, null, null, on),
                noon(on));
        known("Works", true);
    }

    /** Works here no more from that day on, and it is known. */
    void left(LocalDate on) {
        wire.happens(new PersonSeparatedV1(leaver, on), noon(on));
        known("Left", false);
    }

    /** What the last event said, in both copies of the organisation. */
    private void known(String kind, boolean employed) {
        eventually(() -> assertThat(employment()).isEqualTo(kind));
        eventually(() -> assertThat(mongo.getCollection("directory_people")
                        .countDocuments(new Document("_id", leaver).append("employed", employed)))
                .isOne());
    }

    private String employment() {
        var copy = mongo.getCollection("employments")
                .find(new Document("_id", leaver))
                .first();
        return copy == null
                ? ""
                : copy.get("fact" + copy.get("sequence"), Document.class).getString("kind");
    }

    /** In March. */
    ProducerRecord<String, byte[]> assigned(String item, String owner, LocalDate dueDate) {
        return wire.happens(
                new WorkItemAssignedV1(item, "盘点", owner, department, "ben", "PERSON", null, dueDate, "NORMAL"),
                noon(MARCH_1));
    }

    ProducerRecord<String, byte[]> done(
            String item, String owner, LocalDate dueDate, LocalDate reportedOn, LocalDate acceptedOn) {
        return wire.happens(
                new WorkItemCompletedV1(
                        item,
                        "盘点",
                        owner,
                        department,
                        "ben",
                        "PERSON",
                        null,
                        "NORMAL",
                        dueDate,
                        dueDate,
                        noon(MARCH_1),
                        noon(reportedOn),
                        noon(acceptedOn).plusSeconds(60),
                        !reportedOn.isAfter(dueDate),
                        0,
                        Duration.between(noon(MARCH_1), noon(reportedOn)).toSeconds(),
                        "ben"),
                noon(acceptedOn).plusSeconds(60));
    }

    /** What was told last of the leaver's work on time. */
    JsonNode toldOfLeaver(EventProbe probe) {
        return toldLast(probe, moved -> moved.contains("\"personId\":\"" + leaver));
    }

    /** What was told last of the department's work on time, in the quarter that begins on that day. */
    JsonNode toldOfDepartment(EventProbe probe, LocalDate firstDay) {
        return toldLast(
                probe,
                moved -> !moved.contains("personId\":\"")
                        && moved.contains(department)
                        && moved.contains("\"firstDay\":\"" + firstDay));
    }

    private static JsonNode toldLast(EventProbe probe, Predicate<String> of) {
        probe.drain();
        var last = probe.await(
                        1,
                        event -> event.type().equals(MOVED) && event.json().contains(ON_TIME) && of.test(event.json()),
                        PATIENCE)
                .getLast();
        return JsonMapper.shared().readTree(last.json());
    }

    /** In the time zone of the enterprise. */
    static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
    }

    @Override
    public void close() {
        wire.close();
    }
}
