package dev.keshi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.client.Answer;
import dev.keshi.launcher.client.Caller;
import dev.keshi.launcher.demo.Cast.Part;
import dev.keshi.launcher.platform.Service;
import dev.keshi.test.Eventually;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@OnThePlatform
class WorkItemsIT {

    private static final String ITEMS = "/api/workflow/v1/work-items";
    private static final String LIST = "/api/workflow/v1/work-list";
    private static final String INBOX = "/api/notification/v1/inbox";
    private static final ZoneId ENTERPRISE = ZoneId.of("Asia/Shanghai");

    private final Keshi keshi;
    private final Caller employee;
    private final Caller manager;
    private String employeeId;

    WorkItemsIT(Keshi keshi) {
        this.keshi = keshi;
        employee = keshi.person(Part.EMPLOYEE);
        manager = keshi.person(Part.MANAGER);
    }

    @BeforeEach
    void whoTheEmployeeIs() {
        employeeId = employee.get("/api/org/v1/people/me")
                .expect(200)
                .json()
                .path("person")
                .path("id")
                .asString();
    }

    @Scenario("W10")
    void assignedWorkIsReportedReturnedReportedAgainAndAccepted() {
        var item = assign(employeeId, "季度盘点", 5);
        assertThat(inWorkList(employee, item)).containsExactly("WORK");

        act(employee, item, "report", body().put("remark", "已完成")).expect(200);
        assertThat(inWorkList(employee, item)).isEmpty();
        assertThat(inWorkList(manager, item)).containsExactly("ACCEPTANCE");

        act(manager, item, "return", body().put("reason", "缺少照片")).expect(200);
        assertThat(inWorkList(employee, item)).containsExactly("WORK");

        act(employee, item, "report", body()).expect(200);
        var done = act(manager, item, "accept", body()).expect(200).json();
        assertThat(done.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.path("onTime").asBoolean()).isTrue();
        assertThat(done.path("timesReturned").asInt()).isEqualTo(1);
        assertThat(inWorkList(manager, item)).isEmpty();
    }

    @Scenario("W10")
    void approvalsAndWorkStandInOneList() {
        var request = Leave.askFor(employee, 1);
        var mine = manager.get("/api/org/v1/people/me").expect(200).json();
        var item = assign(mine.path("person").path("id").asString(), "部门周会材料", 1);

        assertThat(entries(manager))
                .anySatisfy(entry -> assertThat(
                                entry.path("approval").path("requestId").asString())
                        .isEqualTo(Leave.id(request)))
                .anySatisfy(entry -> assertThat(
                                entry.path("work").path("workItemId").asString())
                        .isEqualTo(Leave.id(item)));
        assertThat(entries(manager))
                .extracting(entry -> entry.path("day").asString())
                .isSorted();
    }

    @Scenario({"W10", "N1"})
    void theInboxSaysWhoseMoveItIsAndSettlesWhatIsDone() throws Throwable {
        var item = assign(employeeId, "客户回访", 3);
        Eventually.eventually(() -> assertThat(waiting(employee, item)).containsExactly("work-item-assigned"));

        act(employee, item, "report", body()).expect(200);
        Eventually.eventually(() -> assertThat(waiting(manager, item)).containsExactly("work-item-reported"));
        assertThat(waiting(employee, item)).isEmpty();

        act(manager, item, "return", body().put("reason", "再联系两位客户")).expect(200);
        Eventually.eventually(() -> assertThat(waiting(employee, item)).containsExactly("work-item-returned"));

        act(manager, item, "cancel", body().put("reason", "客户已撤回")).expect(200);
        Eventually.eventually(() -> assertThat(waiting(employee, item)).isEmpty());
        assertThat(waiting(manager, item)).isEmpty();
    }

    @Scenario({"W10", "X1"})
    void nobodyGivesWorkToOthersPeopleNorSeesIt() {
        var item = assign(employeeId, "内部资料整理", 2);
        var stranger = keshi.person(Part.BUSY_EMPLOYEE);
        var otherManager = keshi.person(Part.BUSY_MANAGER);

        assertThat(stranger.get(ITEMS + "/" + Leave.id(item)).status()).isEqualTo(404);
        assertThat(otherManager.get(ITEMS + "/" + Leave.id(item)).status()).isEqualTo(404);
        assertThat(keshi.person(Part.DEPUTY).get(ITEMS + "/" + Leave.id(item)).status())
                .isEqualTo(200);
        for (var caller : List.of(stranger, otherManager, keshi.person(Part.HR))) {
            assertThat(caller.post(ITEMS, work(employeeId, "x", 2)).status()).isEqualTo(403);
        }
    }

    @Scenario({"W10", "N1"})
    void anApprovedRequestGivesTheWorkThatItsProcessSays() throws Throwable {
        var request = askForABadge();
        assertThat(request.has("work")).isFalse();

        Leave.approve(manager, request);

        var given = Leave.find(employee, request).path("work").path(0).path("workItemId");
        Eventually.eventually(() -> assertThat(ofRequest(request)).hasSize(1));
        var item = ofRequest(request).getFirst();
        assertThat(item.path("id")).isEqualTo(given);
        assertThat(item.path("title").asString())
                .isEqualTo("领取门禁卡（" + request.path("number").asString() + "）");
        assertThat(item.path("origin").asString()).isEqualTo("REQUEST");
        assertThat(inWorkList(employee, item)).containsExactly("WORK");
        Eventually.eventually(() -> assertThat(waiting(employee, item)).containsExactly("work-item-assigned"));

        assertThat(act(employee, item, "report", body())
                        .expect(200)
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("COMPLETED");
        Eventually.eventually(() -> assertThat(waiting(employee, item)).isEmpty());
    }

    @Scenario("W10")
    void whoeverIsKilledRightAfterAnApprovalStillGivesItsWorkOnce() throws Throwable {
        var request = askForABadge();

        Leave.approve(manager, request);
        keshi.kill(Service.WORKFLOW);
        keshi.start(Service.WORKFLOW);

        Eventually.eventually(() -> assertThat(ofRequest(request)).hasSize(1));
        var item = ofRequest(request).getFirst();
        Eventually.eventually(() -> assertThat(waiting(employee, item)).containsExactly("work-item-assigned"));
    }

    /** Its process says that who asked for it has to fetch the card once it is approved. */
    private JsonNode askForABadge() {
        var process = "badge-" + UUID.randomUUID();
        keshi.administrator()
                .postText(
                        "/api/workflow/v1/process-definitions",
                        "application/xml",
                        ProcessesIT.document(process, "门禁权限", "").replace("<bpmn:endEvent id=\"end\"/>", """
                                        <bpmn:endEvent id="end"><bpmn:extensionElements>
                                          <keshi:work id="card" name="领取门禁卡" owner="initiator" dueInDays="3"/>
                                        </bpmn:extensionElements></bpmn:endEvent>
                                        """))
                .expect(201);
        var submitted = body().put("processKey", process);
        submitted.putObject("form");
        return employee.post(Leave.REQUESTS, submitted).expect(201).json();
    }

    /** Open work of the employee that the request gave, among the newest. */
    private List<JsonNode> ofRequest(JsonNode request) {
        return employee.get(ITEMS + "?of=me&status=OPEN&limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("originReference").asString("").equals(Leave.id(request)))
                .toList();
    }

    @Scenario({"W10", "X2"})
    void theSameAssignmentSentTwiceIsOneAndAnOldRevisionChangesNothing() {
        var key = UUID.randomUUID().toString();
        var work = work(employeeId, "一次", 2);

        var first = manager.post(ITEMS, work, "Idempotency-Key", key).expect(201);
        var again = manager.post(ITEMS, work, "Idempotency-Key", key).expect(201);

        assertThat(again.body()).isEqualTo(first.body());
        var path = ITEMS + "/" + Leave.id(first.json()) + "/report";
        assertThat(employee.post(path, body()).status()).isEqualTo(428);
        assertThat(employee.post(path, body(), "If-Match", "\"9\"").status()).isEqualTo(412);
    }

    private JsonNode assign(String owner, String title, int days) {
        return manager.post(ITEMS, work(owner, title, days)).expect(201).json();
    }

    private static ObjectNode work(String owner, String title, int days) {
        return body().put("ownerId", owner)
                .put("title", title)
                .put("dueDate", LocalDate.now(ENTERPRISE).plusDays(days).toString());
    }

    /** On the work item as it is now. */
    private static Answer act(Caller person, JsonNode item, String verb, JsonNode body) {
        var path = ITEMS + "/" + Leave.id(item);
        return person.post(path + "/" + verb, body, "If-Match", person.get(path).etag());
    }

    /** What it is there as; empty when it is not there. */
    private static List<String> inWorkList(Caller person, JsonNode item) {
        return entries(person).stream()
                .filter(entry ->
                        entry.path("work").path("workItemId").asString("").equals(Leave.id(item)))
                .map(entry -> entry.path("kind").asString())
                .toList();
    }

    private static List<JsonNode> entries(Caller person) {
        return Pages.items(person, LIST + "?limit=50");
    }

    private static List<String> waiting(Caller person, JsonNode item) {
        return person.get(INBOX + "?waiting=true&limit=100")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(notice ->
                        notice.path("subject").path("workItemId").asString("").equals(Leave.id(item)))
                .map(notice -> notice.path("template").asString())
                .toList();
    }

    private static ObjectNode body() {
        return JsonMapper.shared().createObjectNode();
    }
}
