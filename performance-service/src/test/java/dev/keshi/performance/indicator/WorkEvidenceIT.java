package dev.keshi.performance.indicator;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What work items say of those who had to do them; on a real store and broker. */
@RunningService
class WorkEvidenceIT {

    private static final LocalDate MARCH_30 = LocalDate.of(2020, 3, 30);
    private static final LocalDate MARCH_31 = LocalDate.of(2020, 3, 31);
    private static final LocalDate APRIL_2 = LocalDate.of(2020, 4, 2);

    @Autowired
    private Enterprise enterprise;

    private final String person = "worker-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void twoWorkers(RealKafka kafka) {
        enterprise.begin();
        enterprise.person(person, "bench", null, "2019-01-01");
        enterprise.person(other, "bench", null, "2019-01-01");
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void workThatIsDoneLateMovesTheIndicatorWhichNamesTheEvent() {
        done(assigned(person, MARCH_31), person, MARCH_31, MARCH_30, 0);
        eventually(() -> assertThat(number(person, "tasks-on-time", MARCH_30)).isEqualTo(100));

        var late = done(assigned(person, MARCH_30), person, MARCH_30, MARCH_31, 0);

        eventually(() -> assertThat(number(person, "tasks-on-time", MARCH_30)).isEqualTo(50));
        assertThat(evidence(person, "tasks-on-time", MARCH_30).get("items").valueStream())
                .filteredOn(one -> one.get("amount").asInt() == 0)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.get("eventId").asString()).isEqualTo(Wire.id(late));
                    assertThat(one.get("subject").asString()).isEqualTo("盘点");
                    assertThat(one.get("on").asString()).isEqualTo(MARCH_30.toString());
                });
    }

    @Test
    void workThatIsStillOpenCountsAsLateInThePeriodInWhichItWasDueAndStaysThere() {
        var item = assigned(person, MARCH_31);
        becameLate(item, person, MARCH_31);
        eventually(() -> assertThat(number(person, "tasks-on-time", MARCH_31)).isZero());

        var closed = done(item, person, MARCH_31, APRIL_2, 0);

        eventually(() -> assertThat(number(person, "task-volume", APRIL_2)).isEqualTo(1));
        assertThat(number(person, "tasks-on-time", MARCH_31)).isZero();
        assertThat(evidence(person, "tasks-on-time", MARCH_31)
                        .get("items")
                        .get(0)
                        .get("eventId")
                        .asString())
                .isEqualTo(Wire.id(closed));
        assertThat(number(person, "tasks-on-time", APRIL_2)).isEqualTo(-1);
        assertThat(number(person, "task-volume", MARCH_31)).isEqualTo(-1);
    }

    @Test
    void lateWorkStaysWithWhoeverHadItWhenItsDayPassed() {
        var item = assigned(person, MARCH_30);
        becameLate(item, person, MARCH_30);

        done(item, other, MARCH_30, MARCH_31, 0);

        eventually(() -> assertThat(number(other, "task-volume", MARCH_31)).isEqualTo(1));
        assertThat(number(person, "tasks-on-time", MARCH_30)).isZero();
        assertThat(number(other, "tasks-on-time", MARCH_30)).isEqualTo(-1);
    }

    @Test
    void aNewDueDateTakesTheMissBackAndCancelledWorkSaysNothing() {
        var postponed = assigned(person, MARCH_30);
        becameLate(postponed, person, MARCH_30);
        var cancelled = assigned(person, MARCH_30);
        becameLate(cancelled, person, MARCH_30);
        eventually(() -> assertThat(evidence(person, "tasks-on-time", MARCH_30).get("items"))
                .hasSize(2));

        wire.happens(
                new WorkItemDueDateChangedV1(postponed, "盘点", person, "bench", "ben", APRIL_2, MARCH_30, "ben"),
                noon(MARCH_31));
        wire.happens(new WorkItemCancelledV1(cancelled, "盘点", person, "bench", "ben", "ben"), noon(MARCH_31));
        eventually(() -> assertThat(number(person, "tasks-on-time", MARCH_30)).isEqualTo(-1));

        done(postponed, person, APRIL_2, APRIL_2, 0);
        eventually(() -> assertThat(number(person, "tasks-on-time", APRIL_2)).isEqualTo(100));
    }

    @Test
    void reworkDurationAndVolumeAreOfTheDayOfTheReport() {
        done(assigned(person, MARCH_31), person, MARCH_31, MARCH_30, 2);
        done(assigned(person, MARCH_31), person, MARCH_31, MARCH_31, 0);

        eventually(() -> assertThat(number(person, "task-volume", MARCH_30)).isEqualTo(2));
        assertThat(number(person, "tasks-right-first-time", MARCH_30)).isEqualTo(50);
        // From the 1st at noon: 29 and 30 days.
        assertThat(number(person, "task-duration", MARCH_30)).isEqualTo(24 * 29.5);
    }

    @Test
    void eventsThatComeAgainInAnyOrderChangeNothing() {
        var sent = new ArrayList<ProducerRecord<String, byte[]>>();
        var item = UUID.randomUUID().toString();
        sent.add(assignment(item, person, MARCH_30));
        sent.add(becameLate(item, person, MARCH_30));
        sent.add(done(item, person, MARCH_30, MARCH_31, 1));
        eventually(() -> assertThat(number(person, "task-volume", MARCH_31)).isEqualTo(1));

        Collections.shuffle(sent, new Random(42));
        sent.forEach(wire::again);
        done(assigned(person, MARCH_31), person, MARCH_31, MARCH_31, 0);

        eventually(() -> assertThat(number(person, "task-volume", MARCH_31)).isEqualTo(2));
        assertThat(number(person, "tasks-on-time", MARCH_31)).isEqualTo(50);
        assertThat(number(person, "tasks-right-first-time", MARCH_31)).isEqualTo(50);
    }

    private String assigned(String owner, LocalDate dueDate) {
        var item = UUID.randomUUID().toString();
        assignment(item, owner, dueDate);
        return item;
    }

    private ProducerRecord<String, byte[]> assignment(String item, String owner, LocalDate dueDate) {
        return wire.happens(
                new WorkItemAssignedV1(item, "盘点", owner, "bench", "ben", "PERSON", null, dueDate, "NORMAL"),
                noon(LocalDate.of(2020, 3, 1)));
    }

    private ProducerRecord<String, byte[]> becameLate(String item, String owner, LocalDate dueDate) {
        return wire.happens(
                new WorkItemBecameLateV1(item, "盘点", owner, "bench", "ben", dueDate), noon(dueDate.plusDays(1)));
    }

    private ProducerRecord<String, byte[]> done(
            String item, String owner, LocalDate dueDate, LocalDate on, int timesReturned) {
        var assignedAt = noon(LocalDate.of(2020, 3, 1));
        return wire.happens(
                new WorkItemCompletedV1(
                        item,
                        "盘点",
                        owner,
                        "bench",
                        "ben",
                        "PERSON",
                        null,
                        "NORMAL",
                        dueDate,
                        dueDate,
                        assignedAt,
                        noon(on),
                        noon(on).plusSeconds(60),
                        !on.isAfter(dueDate),
                        timesReturned,
                        Duration.between(assignedAt, noon(on)).toSeconds(),
                        "ben"),
                noon(on).plusSeconds(60));
    }

    /** In the time zone of the enterprise. */
    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
    }

    /** -1 when there is none. */
    private double number(String of, String code, LocalDate on) {
        return read(enterprise.get(of, API + "/indicators/" + code + "/value?on=" + on))
                .path("value")
                .asDouble(-1);
    }

    private JsonNode evidence(String of, String code, LocalDate on) {
        return read(enterprise.get(of, API + "/indicators/" + code + "/evidence?on=" + on));
    }
}
