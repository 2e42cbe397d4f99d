package dev.keshi.e2e;

import static dev.keshi.e2e.TeamAtWork.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.Courses;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.activity.WorkItems;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.test.Eventually;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Days pass on the running platform, for all services at once. */
@OnThePlatform
@Order(Integer.MAX_VALUE)
class QuarterIT {

    private static final String LATE = "keshi.workflow.work-item-became-late.v1";
    private static final String REMINDERS = "/api/notification/v1/inbox?category=REMINDER&limit=100";
    private static final String OBLIGATIONS = "/api/notification/v1/obligations?limit=100";
    private static final String ROUNDS = "/api/risk/v1/rounds";

    private final Caller employee;
    private final Caller manager;
    private final Caller auditor;
    private final Caller personnel;
    private final Caller administrator;
    private final TeamAtWork team;
    private final EnterpriseClock clock;

    QuarterIT(Keshi keshi) {
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        auditor = keshi.person(Part.AUDITOR);
        personnel = keshi.person(Part.HR);
        administrator = keshi.administrator();
        team = new TeamAtWork(keshi);
        clock = keshi.platform().clock();
    }

    @Scenario({"W10", "X8"})
    void workBecomesLateOnceWhenItsDayHasPassedAndNobodyHasToSignInAnew() {
        LocalDate today = clock.today();
        String token = employee.token();
        String first = WorkItems.assign(manager, People.idOf(employee), "月末对账", today.plusDays(1));
        String second = WorkItems.assign(manager, People.idOf(employee), "季度归档", today.plusDays(40));
        assertThat(WorkItems.find(employee, first).path("late").asBoolean()).isFalse();

        clock.forwardTo(today.plusDays(2));

        assertThat(WorkItems.find(employee, first).path("late").asBoolean()).isTrue();
        Eventually.holds(() -> archived(first).equals(List.of(LATE)));
        assertThat(archived(second)).isEmpty();

        clock.forwardTo(today.plusDays(41));

        Eventually.holds(() -> archived(second).equals(List.of(LATE)));
        assertThat(archived(first)).containsExactly(LATE);
        assertThat(Caller.withToken(employee.gateway(), token)
                        .get("/api/org/v1/people/me")
                        .status())
                .isEqualTo(200);
    }

    @Scenario({"Z16", "N1"})
    void whatIsDueTomorrowIsRemindedOfUntilItIsDoneInWhicheverService() {
        LocalDate due = clock.today().plusDays(3);
        String work = WorkItems.assign(manager, People.idOf(employee), "季末盘点", due);
        String course = OnlineCourse.publishedBy(personnel);
        String assignment = Leave.id(manager.post(
                        "/api/training/v1/assignments",
                        body().put("personId", People.idOf(employee))
                                .put("courseCode", course)
                                .put("dueOn", due.toString()))
                .expect(201)
                .json());
        String department = People.departmentOf(manager);
        String round = Leave.id(manager.post(
                        ROUNDS,
                        body().put("name", "季末风险识别")
                                .put("rootDepartmentId", department)
                                .put("dueOn", due.toString()))
                .expect(201)
                .json());
        // Whoever has had something since today only is not reminded of it today.
        Eventually.eventually(() -> {
            assertThat(targets(Pages.items(employee, OBLIGATIONS))).contains(work, assignment);
            assertThat(targets(Pages.items(manager, OBLIGATIONS))).contains(round + "/" + department);
        });
        assertThat(targets(Pages.items(employee, REMINDERS))).doesNotContain(work, assignment);

        clock.forwardTo(due.minusDays(1));

        Eventually.eventually(() -> {
            assertThat(settlements(employee, work)).containsExactly("");
            assertThat(settlements(employee, assignment)).containsExactly("");
            assertThat(settlements(manager, round + "/" + department)).containsExactly("");
        });

        WorkItems.report(employee, work, "已完成");
        OnlineCourse.takenBy(employee, course, OnlineCourse.QUESTIONS);
        manager.post(
                        ROUNDS + "/" + round + "/answers/" + department,
                        body().put("outcome", "NOTHING_NEW").put("note", "无"))
                .expect(200);

        Eventually.eventually(() -> {
            assertThat(settlements(employee, work)).containsExactly("OVER");
            assertThat(settlements(employee, assignment)).containsExactly("OVER");
            assertThat(settlements(manager, round + "/" + department)).containsExactly("OVER");
        });
    }

    @Scenario({"Z16", "N1", "R3"})
    void aMeasureIsRemindedOfUntilItIsDoneInTheRegister() {
        LocalDate due = clock.today().plusDays(3);
        JsonNode risk = team.registered();
        String title = "签订备用合同 " + Leave.id(risk);
        team.reducedBy(risk, title, 1, due);
        String measure = Leave.id(team.measure(risk));
        String work = team.workItem(title);
        Eventually.eventually(() -> assertThat(targets(Pages.items(employee, OBLIGATIONS)))
                .as("one obligation, for which the work stands")
                .contains(work)
                .doesNotContain(measure));

        clock.forwardTo(due.minusDays(1));

        Eventually.eventually(() -> assertThat(settlements(employee, work)).containsExactly(""));

        TeamAtWork.command(employee, risk, "/measures/" + measure + "/complete", body().put("outcome", "已签约"))
                .expect(200);

        Eventually.eventually(() -> {
            assertThat(settlements(employee, work)).containsExactly("OVER");
            assertThat(targets(Pages.items(employee, OBLIGATIONS))).doesNotContain(work, measure);
        });

        clock.forwardTo(due.plusDays(1));

        assertThat(settlements(employee, work)).containsExactly("OVER");
        assertThat(settlements(employee, measure)).isEmpty();
    }

    /** Of each reminder of something, why it does not hold any more; empty text while it does. */
    private static List<String> settlements(Caller person, String target) {
        return Pages.items(person, REMINDERS).stream()
                .filter(one -> targetOf(one.path("subject")).equals(target))
                .map(one -> one.path("settled").path("reason").asString(""))
                .toList();
    }

    private static List<String> targets(List<JsonNode> listed) {
        return listed.stream()
                .map(one -> targetOf(one.has("target") ? one : one.path("subject")))
                .toList();
    }

    /** By its id; what a department is to answer is known by the round and the department. */
    private static String targetOf(JsonNode subject) {
        JsonNode target = subject.path("target");
        String id = target.path("id").asString("");
        return target.path("resource").asString("").equals("round-answers")
                ? target.path("parentId").asString("") + "/" + id
                : id;
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }

    @Scenario({"Z4", "P4", "T7"})
    void aFigureThatIsWeakAtTheEndOfItsMonthAssignsACourseOnceAndThatOfTheMonthAfterItShowsWhatItBrought() {
        String person = People.idOf(employee);
        String indicator = "f-" + UUID.randomUUID().toString().substring(0, 30);
        String course = "C-" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        personnel
                .post(
                        "/api/performance/v1/indicators",
                        body().put("code", indicator)
                                .put("name", "回访满意度")
                                .put("source", "FIGURES")
                                .put("formula", "MEAN")
                                .put("period", "MONTH")
                                .put("target", 90)
                                .put("better", "MORE"))
                .expect(201);
        Courses.publish(personnel, course, "客户沟通", indicator);
        LocalDate today = clock.today();
        imported(indicator, person, today, "40");
        imported(indicator, person, today, "45");

        clock.forwardTo(today.plusMonths(1).withDayOfMonth(3));

        JsonNode assigned = Courses.onlyOpen(employee, person, indicator);
        String id = assigned.path("id").asString();
        assertThat(assigned.path("courseCode").asString()).isEqualTo(course);
        assertThat(assigned.path("figureBefore").asDouble()).isEqualTo(45);
        String session = Courses.schedule(manager, course, clock.now().plus(Duration.ofDays(1)));
        Courses.enrol(employee, session);
        clock.forwardTo(clock.today().plusDays(3));
        Courses.recordAttendance(manager, session, List.of(person));
        Courses.assignment(
                employee, id, "taken", one -> one.path("status").asString().equals("COMPLETED"));
        imported(indicator, person, clock.today(), "82.5");
        clock.forwardTo(clock.today().plusMonths(1).withDayOfMonth(3));

        JsonNode measured = Courses.assignment(employee, id, "measured", one -> one.hasNonNull("figureAfter"));
        assertThat(measured.path("figureAfter").asDouble()).isEqualTo(82.5);
        assertThat(measured.hasNonNull("after")).isFalse();
        assertThat(Courses.assignment(manager, id, "seen", _ -> true)
                        .path("improved")
                        .asBoolean())
                .isTrue();
        assertThat(Courses.assignedFor(personnel, person, indicator)).hasSize(1);
        Eventually.eventually(() -> assertThat(told(id))
                .containsExactlyInAnyOrder(
                        "keshi.training.course-assigned.v1",
                        "keshi.training.assignment-completed.v1",
                        "keshi.training.figure-effect-measured.v1"));
    }

    /** Training-service has heard what it comes to, before time goes on. */
    private void imported(String indicator, String person, LocalDate on, String amount) {
        Instant from = clock.now();
        String figures = "/api/performance/v1/indicators/" + indicator + "/figures";
        personnel
                .postText(figures, "text/csv", "personId,on,amount\n%s,%s,%s\n".formatted(person, on, amount))
                .expect(200);
        String told =
                new BigDecimal(amount).setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        Eventually.holds(() -> auditor.get(
                        "/api/reporting/v1/events?limit=100&type=keshi.performance.indicator-moved.v1&from=" + from)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("data"))
                .anyMatch(moved -> moved.path("indicator").asString("").equals(indicator)
                        && moved.path("personId").asString("").equals(person)
                        && moved.path("after").asString("").equals(told)));
        Eventually.holds(() -> administrator
                        .get("/api/training/v1/operations/lag")
                        .expect(200)
                        .json()
                        .path("records")
                        .asLong(-1)
                == 0);
    }

    private List<String> told(String key) {
        return auditor.get("/api/reporting/v1/events?limit=100&key=" + key)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
    }

    /** How often a work item was told to be late. */
    private List<String> archived(String item) {
        return auditor.get("/api/reporting/v1/events?limit=100&key=" + item)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .filter(LATE::equals)
                .toList();
    }
}
