package dev.keshi.workflow.request;

import static dev.keshi.workflow.Enterprise.as;
import static dev.keshi.workflow.Enterprise.body;
import static dev.keshi.workflow.Enterprise.bpmn;
import static dev.keshi.workflow.Enterprise.errors;
import static dev.keshi.workflow.Enterprise.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** Requests over HTTP, on a real store and broker. */
@RunningService
class RequestFlowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REQUESTS = "/api/workflow/v1/requests";
    private static final String TASKS = "/api/workflow/v1/tasks";

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
    }

    @Test
    void fourDaysNeedTheManagerAndTheDeputyInCharge(EventProbe probe) {
        var request = submit("ann", 4);
        var id = request.get("id").asString();
        assertThat(request.get("number").asString()).matches("\\d{4}-\\d{6}");
        assertThat(request.get("tasks").get(0).get("assigneeId").asString()).isEqualTo("tom");

        assertThat(approve("tom", id, 1).getResponse().getStatus()).isEqualTo(204);
        assertThat(approve("vice", id, 2).getResponse().getStatus()).isEqualTo(204);

        assertThat(find("ann", id).get("status").asString()).isEqualTo("approved");
        var events = probe.await(6, event -> event.key().equals(id), PATIENCE);
        assertThat(events.stream().map(SeenEvent::type).map(type -> type.replace("keshi.workflow.", "")))
                .containsExactly(
                        "request-submitted.v1",
                        "task-created.v1",
                        "task-decided.v1",
                        "task-created.v1",
                        "task-decided.v1",
                        "request-ended.v1");
        assertThat(events.stream().map(SeenEvent::sequence)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(words(id)).contains("instance-started", "task-opened", "task-approved", "instance-completed");
    }

    @Test
    void whoReadsEnglishSeesTheEnglishNamesThatTheProcessHas() {
        var id = submit("ann", 4).get("id").asString();
        var chinese = List.of("请假申请", "部门经理审批");
        var english = List.of("Leave request", "Approval by the department manager");

        assertThat(namesOf("zh-CN", id)).containsOnly(chinese);
        assertThat(namesOf("en", id)).containsOnly(english);
        assertThat(stepsOfHistory("zh-CN", id)).containsExactly("部门经理审批");
        assertThat(stepsOfHistory("en", id)).containsExactly("Approval by the department manager");
        assertThat(inLanguage("en", "tom", TASKS + "/" + id + "-1")
                        .get("stepName")
                        .asString())
                .isEqualTo("Approval by the department manager");
        assertThat(read(enterprise.get(
                                "ann",
                                Enterprise.DEFINITIONS + "/"
                                        + find("ann", id).get("definitionId").asString()))
                        .get("nameEn")
                        .asString())
                .isEqualTo("Leave request");
    }

    @Test
    void aProcessWithoutEnglishNamesIsCalledAsItsAuthorWroteIt(EventProbe probe) {
        enterprise.deploy(bpmn("plain", "<bpmn:userTask id='check' name='核对' keshi:approver='role:HR'/>", "check"));
        var id = read(submitTo("plain", "ann", "{}", UUID.randomUUID().toString()))
                .get("id")
                .asString();

        assertThat(inLanguage("en", "ann", REQUESTS + "/" + id)
                        .get("processName")
                        .asString())
                .isEqualTo("plain");
        assertThat(inLanguage("en", "ann", REQUESTS + "/" + id).findValuesAsString("stepName"))
                .containsExactly("核对");
        assertThat(probe.await(2, event -> event.key().equals(id), PATIENCE))
                .noneMatch(event -> event.json().contains("NameEn"));
    }

    @Test
    void theEventsTellTheEnglishNamesToo(EventProbe probe) {
        var id = submit("ann", 1).get("id").asString();
        approve("tom", id, 1);

        var told = probe.await(4, event -> event.key().equals(id), PATIENCE);

        assertThat(told)
                .allMatch(event -> event.json().contains("\"processNameEn\":\"Leave request\""))
                .filteredOn(event -> event.type().contains(".task-"))
                .hasSize(2)
                .allMatch(event -> event.json().contains("\"stepNameEn\":\"Approval by the department manager\""));
    }

    /** Process and step wherever the request is shown: by itself, in its initiator's list, in the work list. */
    private List<List<String>> namesOf(String language, String request) {
        var task = items(language, "tom", TASKS + "?limit=100", "requestId", request);
        var own = items(language, "ann", REQUESTS + "?limit=100", "id", request);
        var one = inLanguage(language, "ann", REQUESTS + "/" + request);
        return Stream.of(task, own, one)
                .map(shown -> List.of(
                        shown.get("processName").asString(),
                        shown.findValue("stepName").asString()))
                .toList();
    }

    private JsonNode items(String language, String person, String path, String member, String value) {
        return inLanguage(language, person, path)
                .get("items")
                .valueStream()
                .filter(item -> item.get(member).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private List<String> stepsOfHistory(String language, String request) {
        return inLanguage(language, "ann", REQUESTS + "/" + request + "/history")
                .findValuesAsString("stepName");
    }

    private JsonNode inLanguage(String language, String person, String path) {
        return read(enterprise.getIn(language, person, path));
    }

    @Test
    void threeDaysNeedTheManagerOnly() {
        var id = submit("ann", 3).get("id").asString();

        approve("tom", id, 1);

        assertThat(find("ann", id).get("status").asString()).isEqualTo("approved");
    }

    @Test
    void aRejectionEndsTheRequest() {
        var id = submit("ann", 4).get("id").asString();

        assertThat(act("tom", id, 1, "reject", "1", "{\"remark\":\"人手不足\"}")
                        .getResponse()
                        .getStatus())
                .isEqualTo(204);

        assertThat(find("ann", id).get("status").asString()).isEqualTo("rejected");
        assertThat(approve("tom", id, 1).getResponse().getStatus()).isEqualTo(409);
    }

    @Test
    void theSameRequestSentTwiceIsOne() {
        var key = UUID.randomUUID().toString();
        var first = read(submitWith("ann", 2, key));
        var again = read(submitWith("ann", 2, key));

        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(again.get("number")).isEqualTo(first.get("number"));
        assertThat(submitWith("ann", 1, key).getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void aBadFormNamesEachFieldInTheReadersLanguage() {
        assertThat(refusal("en"))
                .containsExactlyInAnyOrder(
                        "/form/extra is not a field of this form",
                        "/form/leaveType must be one of: annual, sick, personal, marriage, maternity, paternity,"
                                + " bereavement, compensatory",
                        "/form/from is required",
                        "/form/to is required",
                        "/form/days must not be below 0.5",
                        "/form/reason is required");
        assertThat(refusal("zh-CN"))
                .containsExactlyInAnyOrder(
                        "/form/extra 没有这个字段",
                        "/form/leaveType 只能是: annual, sick, personal, marriage, maternity, paternity,"
                                + " bereavement, compensatory",
                        "/form/from 必填",
                        "/form/to 必填",
                        "/form/days 不能小于 0.5",
                        "/form/reason 必填");
    }

    /** What is said of each field of a form in which all are wrong. */
    private List<String> refusal(String language) {
        var refused = http.post()
                .uri(REQUESTS)
                .with(as("ann"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", language)
                .contentType(APPLICATION_JSON)
                .content("{\"processKey\":\"leave-request\",\"form\":{\"leaveType\":\"nap\",\"days\":-1,\"extra\":1}}")
                .exchange();
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        var problem = read(refused);
        assertThat(problem.get("code").asString()).isEqualTo("invalid-form");
        assertThat(problem.get("title").asString())
                .isEqualTo(language.equals("en") ? "The form is not filled in as required" : "表单填写有误");
        var said = new ArrayList<String>();
        problem.get("errors")
                .forEach(error -> said.add(error.get("pointer").asString() + " "
                        + error.get("message").asString()));
        return said;
    }

    @Test
    void someoneElsesRequestDoesNotExistAndAParticipantMayNotDecideForOthers() {
        var id = submit("ann", 4).get("id").asString();

        assertThat(enterprise.get("hana", REQUESTS + "/" + id).getResponse().getStatus())
                .isEqualTo(200);
        assertThat(enterprise.get("vice", REQUESTS + "/" + id).getResponse().getStatus())
                .isEqualTo(200);
        enterprise.person("eve", "group", "EMPLOYEE");
        assertThat(enterprise.get("eve", REQUESTS + "/" + id).getResponse().getStatus())
                .isEqualTo(404);
        assertThat(approve("eve", id, 1).getResponse().getStatus()).isEqualTo(404);
        assertThat(approve("ann", id, 1).getResponse().getStatus()).isEqualTo(403);
        assertThat(find("ann", id).get("status").asString()).isEqualTo("running");
    }

    @Test
    void aStaleOrMissingRevisionChangesNothing() {
        var id = submit("ann", 4).get("id").asString();

        assertThat(act("tom", id, 1, "approve", "7", "{}").getResponse().getStatus())
                .isEqualTo(412);
        assertThat(act("tom", id, 1, "approve", null, "{}").getResponse().getStatus())
                .isEqualTo(428);
        assertThat(find("ann", id).get("tasks").get(0).get("assigneeId").asString())
                .isEqualTo("tom");
    }

    @Test
    void twoWhoClaimOneTaskGetOneWinner() throws Exception {
        enterprise.deploy(bpmn("claims", "<bpmn:userTask id='check' name='人事核对' keshi:approver='role:HR'/>", "check"));
        var id = read(submitTo("claims", "ann", "{}", UUID.randomUUID().toString()))
                .get("id")
                .asString();

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> claims = List.of(() -> claim("hana", id), () -> claim("hugo", id));
            var answers = new ArrayList<Integer>();
            for (Future<Integer> answer : threads.invokeAll(claims)) {
                answers.add(answer.get());
            }
            assertThat(answers)
                    .containsOnlyOnce(200)
                    .allMatch(status -> status == 200 || status == 409 || status == 412);
        }
        var winner = find("ann", id).get("tasks").get(0).get("assigneeId").asString();
        var loser = winner.equals("hana") ? "hugo" : "hana";
        assertThat(workList(winner)).contains(id + "-1");
        assertThat(workList(loser)).doesNotContain(id + "-1");
    }

    @Test
    void theInitiatorWithdrawsBeforeAnybodyHasDecided() {
        var early = submit("ann", 4);
        var id = early.get("id").asString();
        var late = submit("ann", 4).get("id").asString();
        approve("tom", late, 1);

        assertThat(withdraw("ann", id)).isEqualTo(200);
        assertThat(withdraw("ann", late)).isEqualTo(409);
        assertThat(find("ann", id).get("status").asString()).isEqualTo("withdrawn");
        assertThat(workList("tom")).doesNotContain(id + "-1");
    }

    @Test
    void aWorkListIsPagedWithoutLossOrRepetition() {
        var mine = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            mine.add(submit("ann", 1).get("id").asString() + "-1");
        }
        var seen = enterprise.pages("tom", TASKS, 2).stream()
                .map(item -> item.get("id").asString())
                .toList();

        assertThat(seen).doesNotHaveDuplicates().containsAll(mine);
    }

    @Test
    void oldHistoryLeavesTheDocumentAndIsStillRead() {
        var id = submit("ann", 4).get("id").asString();
        for (int i = 0; i < 130; i++) {
            assertThat(enterprise
                            .post("ann", REQUESTS + "/" + id + "/comments", null, "{\"remark\":\"第" + i + "次\"}")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(200);
        }

        var seen = words(id);

        assertThat(mongo.getCollection("request_history").countDocuments(new Document("instance", id)))
                .isGreaterThanOrEqualTo(100);
        assertThat(seen.stream().filter("commented"::equals)).hasSize(130);
    }

    @Test
    void whatIsNoCharacterIsRefusedWhereItStands() {
        var id = submit("ann", 4).get("id").asString();
        for (var text : List.of("a\\u0000b", "a\\ud800b")) {
            var form = submitTo(
                    "leave-request",
                    "ann",
                    "{\"leaveType\":\"annual\",\"from\":\"2026-12-01\",\"to\":\"2026-12-01\",\"days\":1,\"reason\":\"%s\"}"
                            .formatted(text),
                    UUID.randomUUID().toString());
            assertThat(form.getResponse().getStatus()).as(body(form)).isEqualTo(400);
            assertThat(errors(form)).containsExactly("/form/reason invalid-value");

            var comment =
                    enterprise.post("ann", REQUESTS + "/" + id + "/comments", null, "{\"remark\":\"" + text + "\"}");
            assertThat(comment.getResponse().getStatus()).as(body(comment)).isEqualTo(400);
            assertThat(errors(comment)).containsExactly("/remark invalid-value");
        }
    }

    private JsonNode submit(String person, int days) {
        var submitted = submitWith(person, days, UUID.randomUUID().toString());
        assertThat(submitted.getResponse().getStatus()).as(body(submitted)).isEqualTo(201);
        return read(submitted);
    }

    private MvcTestResult submitWith(String person, int days, String key) {
        return submitTo(
                "leave-request",
                person,
                "{\"leaveType\":\"annual\",\"from\":\"2026-12-01\",\"to\":\"2026-12-0%d\",\"days\":%d,\"reason\":\"回家\"}"
                        .formatted(days, days),
                key);
    }

    private MvcTestResult submitTo(String process, String person, String form, String key) {
        return http.post()
                .uri(REQUESTS)
                .with(as(person))
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content("{\"processKey\":\"" + process + "\",\"form\":" + form + "}")
                .exchange();
    }

    private MvcTestResult approve(String person, String request, int task) {
        return act(person, request, task, "approve", "1", "{}");
    }

    private MvcTestResult act(
            String person, String request, int task, String verb, @Nullable String revision, String body) {
        return enterprise.post(person, TASKS + "/" + request + "-" + task + "/" + verb, revision, body);
    }

    private int claim(String person, String request) {
        return enterprise
                .post(person, TASKS + "/" + request + "-1/claim", "1", "{}")
                .getResponse()
                .getStatus();
    }

    private int withdraw(String person, String request) {
        var tag = enterprise
                .get(person, REQUESTS + "/" + request)
                .getResponse()
                .getHeader("ETag")
                .replace("\"", "");
        return enterprise
                .post(person, REQUESTS + "/" + request + "/withdraw", tag, "{}")
                .getResponse()
                .getStatus();
    }

    private JsonNode find(String person, String request) {
        return read(enterprise.get(person, REQUESTS + "/" + request));
    }

    private List<String> workList(String person) {
        return read(enterprise.get(person, TASKS + "?limit=100")).get("items").findValuesAsString("id");
    }

    private List<String> words(String request) {
        return enterprise.pages("ann", REQUESTS + "/" + request + "/history", 50).stream()
                .map(entry -> entry.get("what").asString())
                .toList();
    }
}
