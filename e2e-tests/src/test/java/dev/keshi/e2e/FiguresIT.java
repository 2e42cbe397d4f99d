package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
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

    FiguresIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
        person = employee.get("/api/org/v1/people/me").expect(200).json().path("person");
        department = "/departments/" + person.path("departmentId").asString();
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
        var own = employee.get(API + "/people/" + Leave.id(person) + "/figures").expect(200);
        assertThat(own.json().path("months").size()).isEqualTo(12);
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
        var figures = API + "/people/" + Leave.id(person) + "/figures";

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
        return manager.get(API + department + "/figures").expect(200).json().path("now");
    }

    private JsonNode month(String month) {
        return manager.get(API + department + "/figures?from=" + month + "&to=" + month)
                .expect(200)
                .json()
                .path("months")
                .get(0);
    }

    /** What the events behind a figure are about. */
    private List<String> keys(String figure, String month) {
        var path = API + department + "/figures/events?limit=100&figure=" + figure
                + (month == null ? "" : "&month=" + month);
        return Pages.items(manager, path).stream()
                .map(event -> event.path("key").asString())
                .toList();
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
