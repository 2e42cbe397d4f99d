package dev.keshi.performance.indicator;

import static dev.keshi.performance.Enterprise.API;
import static dev.keshi.performance.Enterprise.answer;
import static dev.keshi.performance.Enterprise.read;
import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.tuple;

import dev.keshi.contracts.training.AssignmentCompletedV1;
import dev.keshi.contracts.training.AssignmentEndedV1;
import dev.keshi.contracts.training.AssignmentOverdueV1;
import dev.keshi.contracts.training.AttendanceRecordedV1;
import dev.keshi.contracts.training.CourseAssignedV1;
import dev.keshi.contracts.training.QuizPassedV1;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What courses say of those who took them or should have; on a real store and broker. */
@RunningService
class CourseEvidenceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate MARCH_30 = LocalDate.of(2020, 3, 30);
    private static final LocalDate MARCH_31 = LocalDate.of(2020, 3, 31);
    private static final LocalDate APRIL_2 = LocalDate.of(2020, 4, 2);
    private static final String IN_TIME = "training-on-time";
    private static final String LEARNED = "courses-learned";

    @Autowired
    private Enterprise enterprise;

    private final String department = "school-" + UUID.randomUUID();
    private final String person = "learner-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void twoLearners(RealKafka kafka) {
        enterprise.begin();
        enterprise.department(department, "workshop", "ben");
        enterprise.person(person, department, null, "2019-01-01");
        enterprise.person(other, department, null, "2019-01-01");
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void aCourseThatIsTakenInTimeMovesTheIndicatorWhichNamesTheEventAndTellsThatItMoved(EventProbe probe) {
        var late = taken(assigned(person, MARCH_30), person, MARCH_30, MARCH_31);
        // Two causes within a moment would be told as one.
        assertThat(moved(probe, 1).getLast().get("after").asString()).isEqualTo("0.00");

        var assigned = assigned(person, MARCH_31);
        var inTime = taken(assigned, person, MARCH_31, MARCH_30);

        eventually(() -> assertThat(number(IN_TIME, MARCH_30)).isEqualTo(50));
        assertThat(evidence(IN_TIME, MARCH_30))
                .extracting(
                        one -> one.get("eventId").asString(),
                        one -> one.get("amount").asInt())
                .containsExactlyInAnyOrder(tuple(Wire.id(late), 0), tuple(Wire.id(inTime), 100));
        assertThat(evidence(IN_TIME, MARCH_30)).allSatisfy(one -> {
            assertThat(one.get("subject").asString()).isEqualTo("C-1");
            assertThat(one.get("on").asString()).isEqualTo(MARCH_30.toString());
            assertThat(one.hasNonNull("sinceEventId")).isTrue();
        });
        assertThatObject(moved(probe, 2).getLast()).satisfies(moved -> {
            assertThat(moved.get("before").asString()).isEqualTo("0.00");
            assertThat(moved.get("after").asString()).isEqualTo("50.00");
            assertThat(moved.get("target").asString()).isEqualTo("95");
            assertThat(moved.get("departmentId").asString()).isEqualTo(department);
            assertThat(moved.get("causedBy").asString()).isEqualTo(Wire.id(inTime));
        });
    }

    @Test
    void anOverdueCourseCountsInThePeriodInWhichItWasDueAndStaysThere() {
        var course = assigned(person, MARCH_31);
        overdue(course, MARCH_31);
        eventually(() -> assertThat(number(IN_TIME, MARCH_31)).isZero());

        var taken = taken(course, person, MARCH_31, APRIL_2);

        eventually(() -> assertThat(evidence(IN_TIME, MARCH_31))
                .singleElement()
                .satisfies(one -> assertThat(one.get("eventId").asString()).isEqualTo(Wire.id(taken))));
        assertThat(number(IN_TIME, MARCH_31)).isZero();
        assertThat(number(IN_TIME, APRIL_2)).isEqualTo(-1);
    }

    @Test
    void whatWasTakenLateWithoutBeingToldAsOverdueCountsWhenItWasDueToo() {
        taken(assigned(person, MARCH_31), person, MARCH_31, APRIL_2);

        eventually(() -> assertThat(number(IN_TIME, MARCH_31)).isZero());
        assertThat(number(IN_TIME, APRIL_2)).isEqualTo(-1);
    }

    @Test
    void attendanceThatIsRecordedAfterTheDueDateMakesTheCourseOneTakenInTime() {
        var course = assigned(person, MARCH_31);
        overdue(course, MARCH_31);
        eventually(() -> assertThat(number(IN_TIME, MARCH_31)).isZero());

        taken(course, person, MARCH_31, MARCH_30);

        eventually(() -> assertThat(number(IN_TIME, MARCH_31)).isEqualTo(100));
    }

    @Test
    void whatIsCancelledIsTakenBackAndWhatSomebodyWhoLeftHadMissedStaysMissed(EventProbe probe) {
        var course = assigned(person, MARCH_30);
        overdue(course, MARCH_30);
        assertThat(moved(probe, 1).getLast().get("after").asString()).isEqualTo("0.00");

        ended(course, "CANCELLED");

        assertThat(moved(probe, 2).getLast().has("after")).isFalse();
        assertThat(number(IN_TIME, MARCH_30)).isEqualTo(-1);
        var missed = assigned(person, MARCH_30);
        overdue(missed, MARCH_30);
        ended(missed, "PERSON_LEFT");
        ended(assigned(person, MARCH_31), "PERSON_LEFT");
        eventually(() -> assertThat(evidence(IN_TIME, MARCH_30)).hasSize(1));
    }

    @Test
    void whoeverCameToASessionOrPassedAQuizHasLearnedACourse() {
        var session = UUID.randomUUID().toString();
        var attended = wire.happens(
                new AttendanceRecordedV1(
                        session, "C-1", "INTERNAL", 60, MARCH_30, "ben", List.of(person), List.of(other)),
                noon(MARCH_31));
        var sheet = UUID.randomUUID().toString();
        var passed = wire.happens(
                new QuizPassedV1(sheet, sheet + "/1", "C-2", 1, person, department, 1, "90.0", false, 30),
                noon(MARCH_31));

        eventually(() -> assertThat(number(LEARNED, MARCH_31)).isEqualTo(2));
        assertThat(evidence(LEARNED, MARCH_31))
                .extracting(
                        one -> one.get("eventId").asString(),
                        one -> one.get("on").asString())
                .containsExactlyInAnyOrder(
                        tuple(Wire.id(attended), MARCH_30.toString()), tuple(Wire.id(passed), MARCH_31.toString()));
        assertThat(number(other, LEARNED, MARCH_31)).isEqualTo(-1);
    }

    @Test
    void eventsThatComeAgainInAnyOrderChangeNothing() {
        var sent = new ArrayList<ProducerRecord<String, byte[]>>();
        var course = UUID.randomUUID().toString();
        sent.add(assignment(course, person, MARCH_30));
        sent.add(overdue(course, MARCH_30));
        sent.add(taken(course, person, MARCH_30, MARCH_31));
        var sheet = UUID.randomUUID().toString();
        sent.add(wire.happens(
                new QuizPassedV1(sheet, sheet + "/1", "C-1", 1, person, department, 1, "90.0", false, 30),
                noon(MARCH_31)));
        eventually(() -> assertThat(number(LEARNED, MARCH_31)).isEqualTo(1));

        Collections.shuffle(sent, new Random(42));
        sent.forEach(wire::again);
        taken(assigned(person, MARCH_31), person, MARCH_31, MARCH_31);

        eventually(() -> assertThat(number(IN_TIME, MARCH_31)).isEqualTo(50));
        assertThat(number(LEARNED, MARCH_31)).isEqualTo(1);
    }

    @Test
    void ofCoursesOnlyHowManyAndWhetherInTimeCanBeAsked() {
        assertThat(answer(define("DURATION"))).isEqualTo("422 formula-does-not-fit");
        assertThat(answer(define("COUNT"))).isEqualTo("201");
    }

    private MvcTestResult define(String formula) {
        return enterprise.post(
                "hana",
                "/indicators",
                null,
                "{\"code\":\"c-%s\",\"name\":\"指标\",\"source\":\"COURSES\",\"formula\":\"%s\",\"period\":\"MONTH\"}"
                        .formatted(UUID.randomUUID().toString().substring(0, 8), formula));
    }

    private String assigned(String to, LocalDate dueOn) {
        var course = UUID.randomUUID().toString();
        assignment(course, to, dueOn);
        return course;
    }

    private ProducerRecord<String, byte[]> assignment(String course, String to, LocalDate dueOn) {
        return wire.happens(
                new CourseAssignedV1(course, to, department, "C-1", "BY_HAND", "ben", dueOn, null),
                noon(LocalDate.of(2020, 3, 1)));
    }

    private ProducerRecord<String, byte[]> overdue(String course, LocalDate dueOn) {
        return wire.happens(new AssignmentOverdueV1(course, person, department, "C-1", dueOn), noon(dueOn.plusDays(1)));
    }

    private ProducerRecord<String, byte[]> taken(String course, String by, LocalDate dueOn, LocalDate on) {
        return wire.happens(
                new AssignmentCompletedV1(course, by, department, "C-1", on, "session/s-1", on.isAfter(dueOn), dueOn),
                noon(APRIL_2));
    }

    private void ended(String course, String cause) {
        wire.happens(new AssignmentEndedV1(course, person, department, "C-1", cause, by(cause)), noon(MARCH_31));
    }

    private static @Nullable String by(String cause) {
        return cause.equals("CANCELLED") ? "ben" : null;
    }

    /** In the time zone of the enterprise. */
    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
    }

    /** Of the person, so many at least. */
    private List<JsonNode> moved(EventProbe probe, int count) {
        probe.drain();
        return probe.await(count, this::isOwn, PATIENCE).stream()
                .map(event -> JsonMapper.shared().readTree(event.json()))
                .toList();
    }

    private boolean isOwn(SeenEvent event) {
        return event.type().equals("keshi.performance.indicator-moved.v1")
                && event.json().contains(IN_TIME)
                && event.json().contains("\"personId\":\"" + person);
    }

    private double number(String code, LocalDate on) {
        return number(person, code, on);
    }

    /** -1 when there is none. */
    private double number(String of, String code, LocalDate on) {
        return read(enterprise.get(of, API + "/indicators/" + code + "/value?on=" + on))
                .path("value")
                .asDouble(-1);
    }

    private List<JsonNode> evidence(String code, LocalDate on) {
        return read(enterprise.get(person, API + "/indicators/" + code + "/evidence?on=" + on))
                .get("items")
                .valueStream()
                .toList();
    }
}
