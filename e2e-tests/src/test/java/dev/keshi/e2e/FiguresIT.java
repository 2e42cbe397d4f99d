package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Live figures of a department of the demo enterprise, down to the events behind them. */
@OnThePlatform
class FiguresIT {

    private static final String API = "/api/reporting/v1";
    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final ZoneId ENTERPRISE = ZoneId.of("Asia/Shanghai");

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private final JsonNode person;
    private final String department;
    private final String own;

    FiguresIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        person = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
        department = "/departments/" + person.path("departmentId").asString();
        own = "/people/" + Leave.id(person);
    }

    @Scenario("D3")
    void figuresOfADepartmentFollowItsWorkAndLeadToTheArchivedEvents() throws Throwable {
        var month = YearMonth.now(ENTERPRISE).toString();
        long openBefore = now().path("workOpen").asLong();
        long doneBefore = month(month).path("workDone").asLong();
        var work = manager.post(
                        ITEMS,
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("ownerId", Leave.id(person))
                                .put("title", "月度指标核对")
                                .put(
                                        "dueDate",
                                        LocalDate.now(ENTERPRISE).plusDays(2).toString()))
                .expect(201)
                .json();
        eventually(() -> assertThat(now().path("workOpen").asLong()).isEqualTo(openBefore + 1));
        assertThat(keys("WORK_OPEN", null)).contains(Leave.id(work));

        act(employee, work, "report");
        act(manager, work, "accept");

        eventually(() -> assertThat(now().path("workOpen").asLong()).isEqualTo(openBefore));
        eventually(() -> assertThat(month(month).path("workDone").asLong()).isEqualTo(doneBefore + 1));
        assertThat(month(month).path("workOnTimePercent").isNumber()).isTrue();
        assertThat(keys("WORK_ON_TIME", month)).contains(Leave.id(work));
    }

    @Scenario("D3")
    void figuresOfAPersonFollowTheirWorkAndLeadToTheArchivedEvents() {
        var month = YearMonth.now(ENTERPRISE).toString();
        var before = month(employee, own, month);
        long openBefore = now(employee, own).path("workOpen").asLong();
        var team = new TeamAtWork(keshi);
        var inTime = team.done("月度对账", LocalDate.now(ENTERPRISE));
        var late = team.done("月度盘点", LocalDate.now(ENTERPRISE).minusDays(1));
        var waiting = team.given("月度归档");

        eventually(
                () -> assertThat(now(employee, own).path("workOpen").asLong()).isEqualTo(openBefore + 1));
        eventually(() -> assertThat(month(employee, own, month).path("workDone").asLong())
                .isEqualTo(before.path("workDone").asLong() + 2));
        assertThat(month(employee, own, month).path("workOnTime").asLong())
                .isEqualTo(before.path("workOnTime").asLong() + 1);
        assertThat(month(manager, own, month).path("workDone"))
                .as("as the manager sees it")
                .isEqualTo(month(employee, own, month).path("workDone"));
        assertThat(employee.get(API + own + "/figures")
                        .expect(200)
                        .json()
                        .path("months")
                        .size())
                .isEqualTo(12);
        eventually(() -> assertThat(keys(employee, own, "WORK_DONE", month))
                .contains(Leave.id(inTime), Leave.id(late))
                .doesNotContain(Leave.id(waiting)));
        assertThat(keys(employee, own, "WORK_ON_TIME", month))
                .contains(Leave.id(inTime))
                .doesNotContain(Leave.id(late));
        assertThat(keys(employee, own, "WORK_OPEN", null))
                .contains(Leave.id(waiting))
                .doesNotContain(Leave.id(inTime), Leave.id(late));
        for (var done : List.of(inTime, late)) {
            assertThat(behind(employee, own, "WORK_DONE", month))
                    .filteredOn(event -> event.path("key").asString().equals(Leave.id(done)))
                    .as("the event that the archive has")
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.path("eventId"))
                                .isEqualTo(team.told(done, "work-item-completed")
                                        .getFirst()
                                        .path("id"));
                        assertThat(event.path("people").valueStream().map(JsonNode::asString))
                                .containsExactly(Leave.id(person));
                    });
        }
        assertThat(keys(manager, "/people/" + People.idOf(manager), "WORK_DONE", month))
                .as("of somebody else")
                .doesNotContain(Leave.id(inTime), Leave.id(late));
    }

    @Scenario({"D3", "W2"})
    void anApprovalCountsInTheDepartmentInWhichItWasDecided() {
        var month = YearMonth.now(ENTERPRISE).toString();
        long decidedBefore = month(month).path("approvalsDecided").asLong();
        long submittedBefore = month(month).path("requestsSubmitted").asLong();
        var request = Leave.askFor(employee, 1);
        eventually(() -> assertThat(keys("APPROVALS_OPEN", null)).contains(Leave.id(request)));

        Leave.approve(manager, request);

        eventually(
                () -> assertThat(month(month).path("approvalsDecided").asLong()).isGreaterThan(decidedBefore));
        assertThat(month(month).path("requestsSubmitted").asLong()).isGreaterThan(submittedBefore);
        eventually(() -> assertThat(keys("APPROVALS_DECIDED", month)).contains(Leave.id(request)));
        eventually(() -> assertThat(keys("REQUESTS_SUBMITTED", month)).contains(Leave.id(request)));
    }

    @Scenario({"D3", "X1"})
    void figuresOutsideOfOnesScopeAreNotThere() {
        var stranger = keshi.person(Part.BUSY_MANAGER);
        var figures = API + own + "/figures";

        assertThat(stranger.get(figures).status()).isEqualTo(404);
        assertThat(stranger.get(API + department + "/figures").status()).isEqualTo(404);
        assertThat(employee.get(API + department + "/figures").status()).isEqualTo(404);
        assertThat(stranger.get(API + department + "/figures/events?figure=WORK_OPEN")
                        .status())
                .isEqualTo(404);
        assertThat(manager.get(figures).status()).isEqualTo(200);
        assertThat(keshi.person(Part.AUDITOR).get(API + department + "/figures").status())
                .isEqualTo(200);
    }

    private JsonNode now() {
        return now(manager, department);
    }

    private static JsonNode now(Caller reader, String subject) {
        return reader.get(API + subject + "/figures").expect(200).json().path("now");
    }

    private JsonNode month(String month) {
        return month(manager, department, month);
    }

    private static JsonNode month(Caller reader, String subject, String month) {
        return reader.get(API + subject + "/figures?from=" + month + "&to=" + month)
                .expect(200)
                .json()
                .path("months")
                .get(0);
    }

    /** What the events behind a figure are about. */
    private List<String> keys(String figure, @Nullable String month) {
        return keys(manager, department, figure, month);
    }

    private static List<String> keys(Caller reader, String subject, String figure, @Nullable String month) {
        return behind(reader, subject, figure, month).stream()
                .map(event -> event.path("key").asString())
                .toList();
    }

    private static List<JsonNode> behind(Caller reader, String subject, String figure, @Nullable String month) {
        var path =
                API + subject + "/figures/events?limit=100&figure=" + figure + (month == null ? "" : "&month=" + month);
        return Pages.items(reader, path);
    }

    private static void act(Caller person, JsonNode item, String verb) {
        var path = ITEMS + "/" + Leave.id(item);
        person.post(
                        path + "/" + verb,
                        JsonMapper.shared().createObjectNode(),
                        "If-Match",
                        person.get(path).etag())
                .expect(200);
    }
}
