package dev.keshi.performance.indicator;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.keshi.contracts.EncryptedText;
import dev.keshi.contracts.org.PersonHiredV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What events say of somebody who has left, before or after that is heard of; on a real store and broker. */
@RunningService
class LeaverEvidenceIT {

    private static final String MOVED = "keshi.performance.indicator-moved.v1";
    private static final String ON_TIME = "tasks-on-time";
    private static final String VOLUME = "task-volume";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate MARCH_1 = LocalDate.of(2020, 3, 1);
    private static final LocalDate MARCH_17 = LocalDate.of(2020, 3, 17);
    private static final LocalDate MARCH_20 = LocalDate.of(2020, 3, 20);
    private static final LocalDate MARCH_30 = LocalDate.of(2020, 3, 30);
    private static final LocalDate APRIL_2 = LocalDate.of(2020, 4, 2);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    private final String department = "yard-" + UUID.randomUUID();
    private final String leaver = "leaver-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void twoWorkersOfADepartment(RealKafka kafka) {
        enterprise.begin();
        enterprise.department(department, "workshop", "ben");
        enterprise.person(other, department, null, "2019-01-01");
        wire = new Wire(kafka.bootstrap());
        wire.happens(
                new PersonHiredV1(
                        leaver,
                        "E-" + leaver,
                        new EncryptedText(leaver, "AAAA"),
                        null,
                        department,
                        null,
                        null,
                        LocalDate.of(2019, 1, 1)),
                noon(MARCH_1));
        eventually(() -> assertThat(employed()).isTrue());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void whatWasReportedBeforeAndIsAcceptedAfterCountsOnTheDayOfTheReport(EventProbe probe) {
        var item = assigned(leaver, MARCH_17);
        hasLeft();

        var accepted = done(item, leaver, MARCH_17, MARCH_17, MARCH_30);

        eventually(() -> assertThat(number(leaver, ON_TIME, MARCH_17)).isEqualTo(100));
        assertThat(number(leaver, VOLUME, MARCH_17)).isEqualTo(1);
        for (var code : List.of(ON_TIME, VOLUME)) {
            var evidence = read(enterprise.get(
                    "hana", API + "/indicators/" + code + "/evidence?on=" + MARCH_17 + "&personId=" + leaver));
            assertThat(evidence.get("items")).as(code).hasSize(1);
            var one = evidence.get("items").get(0);
            assertThat(one.get("eventId").asString()).as(code).isEqualTo(Wire.id(accepted));
            assertThat(one.get("on").asString()).as(code).isEqualTo(MARCH_17.toString());
        }
        var told = probe.await(
                        1,
                        event -> event.type().equals(MOVED)
                                && event.json().contains(leaver)
                                && event.json().contains(ON_TIME),
                        PATIENCE)
                .getFirst();
        assertThat(told.json()).contains(department, "\"after\":\"100.00\"");
        eventually(() -> assertThatObject(department(probe, "2020-01-01")).satisfies(moved -> {
            assertThat(moved.get("people").asInt()).isOne();
            assertThat(moved.get("after").asString()).isEqualTo("100.00");
        }));
    }

    @Test
    void whatWasLeftBehindCountsForWhoeverDoesItAndForNobodyBefore() {
        var taken = assigned(leaver, MARCH_30);
        var undone = assigned(leaver, MARCH_30);
        hasLeft();

        done(taken, other, MARCH_30, MARCH_30, MARCH_30);

        eventually(() -> assertThat(number(other, VOLUME, MARCH_30)).isEqualTo(1));
        assertThat(number(other, ON_TIME, MARCH_30)).isEqualTo(100);
        assertThat(number(leaver, ON_TIME, MARCH_30)).isEqualTo(-1);
        assertThat(number(leaver, VOLUME, MARCH_30)).isEqualTo(-1);
        assertThat(mongo.getCollection("facts")
                        .countDocuments(new Document("_id", new Document("$regex", undone))
                                .append("state.personId", new Document("$exists", true))))
                .isZero();
    }

    @Test
    void whicheverIsHeardOfFirstTheQuarterIsTheSameAndLaterOnesKnowNothingOfTheLeaver(EventProbe probe) {
        var item = UUID.randomUUID().toString();
        var assignment = assignment(item, leaver, MARCH_17);
        var accepted = done(item, leaver, MARCH_17, MARCH_17, MARCH_17);
        eventually(() -> assertThat(number(leaver, ON_TIME, MARCH_17)).isEqualTo(100));
        hasLeft();
        wire.again(accepted);
        wire.again(assignment);

        // Late: none of one.
        done(assigned(other, MARCH_17), other, MARCH_17, MARCH_20, MARCH_20);
        done(assigned(other, APRIL_2), other, APRIL_2, APRIL_2, APRIL_2);

        eventually(() -> assertThatObject(department(probe, "2020-01-01")).satisfies(moved -> {
            assertThat(moved.get("people").asInt()).isEqualTo(2);
            assertThat(moved.get("after").asString()).isEqualTo("50.00");
        }));
        eventually(() -> assertThatObject(department(probe, "2020-04-01")).satisfies(moved -> {
            assertThat(moved.get("people").asInt()).isOne();
            assertThat(moved.get("after").asString()).isEqualTo("100.00");
        }));
        assertThat(number(leaver, ON_TIME, MARCH_17)).isEqualTo(100);
        assertThat(number(leaver, VOLUME, MARCH_17)).isEqualTo(1);
        assertThat(number(leaver, VOLUME, APRIL_2)).isEqualTo(-1);
        assertThat(probe.seen().stream()
                        .filter(event ->
                                event.type().equals(MOVED) && event.json().contains(leaver))
                        .filter(event -> event.json().contains(ON_TIME)))
                .hasSize(1);
    }

    /** Works here no more from that day on, and it is known. */
    private void hasLeft() {
        wire.happens(new PersonSeparatedV1(leaver, MARCH_20), noon(MARCH_20));
        eventually(() -> assertThat(employed()).isFalse());
    }

    private boolean employed() {
        return mongo.getCollection("directory_people")
                        .countDocuments(new Document("_id", leaver).append("employed", true))
                == 1;
    }

    private String assigned(String owner, LocalDate dueDate) {
        var item = UUID.randomUUID().toString();
        assignment(item, owner, dueDate);
        return item;
    }

    private ProducerRecord<String, byte[]> assignment(String item, String owner, LocalDate dueDate) {
        return wire.happens(
                new WorkItemAssignedV1(item, "盘点", owner, department, "ben", "PERSON", null, dueDate, "NORMAL"),
                noon(MARCH_1));
    }

    private ProducerRecord<String, byte[]> done(
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

    /** As personnel see it; -1 when there is none. */
    private double number(String of, String code, LocalDate on) {
        return read(enterprise.get("hana", API + "/indicators/" + code + "/value?on=" + on + "&personId=" + of))
                .path("value")
                .asDouble(-1);
    }

    /** What was told last of the department in the quarter that begins on that day. */
    private JsonNode department(EventProbe probe, String firstDay) {
        probe.drain();
        return probe
                .await(
                        1,
                        event -> event.type().equals(MOVED)
                                && event.json().contains(ON_TIME)
                                && !event.json().contains("personId")
                                && event.json().contains(department)
                                && event.json().contains("\"firstDay\":\"" + firstDay),
                        PATIENCE)
                .stream()
                .map(event -> JsonMapper.shared().readTree(event.json()))
                .toList()
                .getLast();
    }

    /** In the time zone of the enterprise. */
    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
    }
}
