package dev.keshi.workflow.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.http.MediaType.APPLICATION_XML;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;

import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.workflow.WorkflowServiceApplication;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests over HTTP, on a real store and broker. Ann works in a team that Tom manages; Vice is in charge of it. */
@RealInfrastructure(ownDatabase = true)
@AutoConfigureMockMvc
@SpringBootTest(
        classes = WorkflowServiceApplication.class,
        properties = {
            "keshi.personal-data.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "keshi.cursor.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
        })
class RequestFlowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REQUESTS = "/api/workflow/v1/requests";
    private static final String TASKS = "/api/workflow/v1/tasks";
    private static final String DEFINITIONS = "/api/workflow/v1/process-definitions";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    private final JsonMapper json = JsonMapper.builder().build();

    @BeforeEach
    void anOrganisation() {
        if (mongo.getCollection("directory_people").countDocuments() == 0) {
            department(
                    "group",
                    null,
                    "boss",
                    List.of(new Document("personId", "vice")
                            .append("area", "区域")
                            .append("inChargeOf", List.of("team"))));
            department("team", "group", "tom", List.of());
            person("ann", "team", "EMPLOYEE");
            person("tom", "team", "EMPLOYEE");
            person("vice", "group", "EMPLOYEE");
            person("boss", "group", "EMPLOYEE");
            person("hana", "group", "HR");
            person("hugo", "group", "HR");
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (http.get()
                        .uri(DEFINITIONS + "/leave-request:1")
                        .with(as("ann"))
                        .exchange()
                        .getResponse()
                        .getStatus()
                != 200) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
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
        var refused = http.post()
                .uri(REQUESTS)
                .with(as("ann"))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "en")
                .contentType(APPLICATION_JSON)
                .content("{\"processKey\":\"leave-request\",\"form\":{\"leaveType\":\"nap\",\"days\":-1,\"extra\":1}}")
                .exchange();

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        var problem = read(refused);
        assertThat(problem.get("code").asString()).isEqualTo("invalid-form");
        assertThat(problem.get("errors").findValuesAsString("pointer"))
                .contains("/form/leaveType", "/form/days", "/form/extra", "/form/reason");
    }

    @Test
    void someoneElsesRequestDoesNotExistAndAParticipantMayNotDecideForOthers() {
        var id = submit("ann", 4).get("id").asString();

        assertThat(get("hana", REQUESTS + "/" + id).getResponse().getStatus()).isEqualTo(200);
        assertThat(get("vice", REQUESTS + "/" + id).getResponse().getStatus()).isEqualTo(200);
        person("eve", "group", "EMPLOYEE");
        assertThat(get("eve", REQUESTS + "/" + id).getResponse().getStatus()).isEqualTo(404);
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
        deploy("claims", "<bpmn:userTask id='check' name='人事核对' keshi:approver='role:HR'/>", "check");
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
        var seen = new ArrayList<String>();
        String next = "";
        do {
            var page = read(get("tom", TASKS + "?limit=2" + next));
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(mine);
    }

    @Test
    void oldHistoryLeavesTheDocumentAndIsStillRead() {
        var id = submit("ann", 4).get("id").asString();
        for (int i = 0; i < 130; i++) {
            assertThat(post("ann", REQUESTS + "/" + id + "/comments", null, "{\"remark\":\"第" + i + "次\"}")
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
    void aDocumentThatCannotBeExecutedIsRefusedWithEveryElementAndLine() {
        var refused = http.post()
                .uri(DEFINITIONS)
                .with(as("admin", "ADMIN"))
                .contentType(APPLICATION_XML)
                .content(bpmn("bad", "<bpmn:scriptTask id='s'/><bpmn:serviceTask id='t'/>", "s"))
                .exchange();

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        var errors = read(refused).get("errors");
        assertThat(errors.findValuesAsString("elementId")).contains("s", "t");
        errors.forEach(error -> assertThat(error.get("line").asInt()).isPositive());
        assertThat(get("ann", DEFINITIONS + "/bad:1").getResponse().getStatus()).isEqualTo(404);
    }

    @Test
    void noDocumentAtAllIsAnsweredLikeOneThatCannotBeExecuted() {
        for (var path : List.of(DEFINITIONS, DEFINITIONS + "/validate")) {
            var refused = http.post()
                    .uri(path)
                    .with(as("admin", "ADMIN"))
                    .contentType(APPLICATION_XML)
                    .exchange();

            assertThat(refused.getResponse().getStatus()).as(path).isEqualTo(422);
            assertThat(read(refused).get("code").asString()).isEqualTo("process-not-executable");
            assertThat(read(refused).get("errors").findValuesAsString("code")).containsExactly("not-xml");
        }
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
            assertThat(form.getResponse().getStatus()).as(body(form)).isEqualTo(422);
            assertThat(errors(form)).containsExactly("/form/reason not-a-character");

            var comment = post("ann", REQUESTS + "/" + id + "/comments", null, "{\"remark\":\"" + text + "\"}");
            assertThat(comment.getResponse().getStatus()).as(body(comment)).isEqualTo(422);
            assertThat(errors(comment)).containsExactly("/remark remark-not-text");
        }
    }

    @Test
    void theDescriptionSaysThatADocumentIsNeeded() {
        var paths = read(get("ann", "/v3/api-docs")).get("paths");

        for (var path : List.of(DEFINITIONS, DEFINITIONS + "/validate")) {
            var body = paths.get(path).get("post").get("requestBody");
            assertThat(body.get("required").asBoolean()).isTrue();
            assertThat(body.get("content").propertyNames()).containsExactly("application/xml");
        }
    }

    @Test
    void whatWasDeployedComesBackByteForByteAndTheSameDocumentIsNoNewVersion() {
        var xml = bpmn("again", "<bpmn:userTask id='check' keshi:approver='manager'/>", "check");
        deployXml(xml);
        deployXml(xml);

        assertThat(get("ann", DEFINITIONS + "/again:1/xml").getResponse().getContentAsByteArray())
                .isEqualTo(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(http.get()
                        .uri(URI.create(DEFINITIONS + "/%20:1"))
                        .with(as("ann"))
                        .exchange()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
        assertThat(get("ann", DEFINITIONS + "/again:2").getResponse().getStatus())
                .isEqualTo(404);
        deployXml(xml.replace("id='check'", "id='check' name='核对'"));
        assertThat(read(get("ann", DEFINITIONS + "/again:2")).get("latest").asBoolean())
                .isTrue();
    }

    private List<String> errors(MvcTestResult refused) {
        var errors = new ArrayList<String>();
        read(refused)
                .get("errors")
                .forEach(error -> errors.add(error.get("pointer").asString() + " "
                        + error.get("code").asString()));
        return errors;
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
        return post(person, TASKS + "/" + request + "-" + task + "/" + verb, revision, body);
    }

    private int claim(String person, String request) {
        return post(person, TASKS + "/" + request + "-1/claim", "1", "{}")
                .getResponse()
                .getStatus();
    }

    private int withdraw(String person, String request) {
        var tag = get(person, REQUESTS + "/" + request)
                .getResponse()
                .getHeader("ETag")
                .replace("\"", "");
        return post(person, REQUESTS + "/" + request + "/withdraw", tag, "{}")
                .getResponse()
                .getStatus();
    }

    private MvcTestResult post(String person, String path, @Nullable String revision, String body) {
        var request = http.post()
                .uri(path)
                .with(as(person))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(APPLICATION_JSON)
                .content(body);
        return (revision == null ? request : request.header("If-Match", "\"" + revision + "\"")).exchange();
    }

    private MvcTestResult get(String person, String path) {
        return http.get().uri(path).with(as(person)).exchange();
    }

    private JsonNode find(String person, String request) {
        return read(get(person, REQUESTS + "/" + request));
    }

    private List<String> workList(String person) {
        return read(get(person, TASKS + "?limit=100")).get("items").findValuesAsString("id");
    }

    private List<String> words(String request) {
        var words = new ArrayList<String>();
        String next = "";
        do {
            var page = read(get("ann", REQUESTS + "/" + request + "/history?limit=50" + next));
            words.addAll(page.get("items").findValuesAsString("what"));
            next = page.hasNonNull("nextCursor")
                    ? "&cursor=" + page.get("nextCursor").asString()
                    : "";
        } while (!next.isEmpty());
        return words;
    }

    private void deploy(String key, String step, String stepId) {
        deployXml(bpmn(key, step, stepId));
    }

    private void deployXml(String xml) {
        var deployed = http.post()
                .uri(DEFINITIONS)
                .with(as("admin", "ADMIN"))
                .contentType(APPLICATION_XML)
                .content(xml)
                .exchange();
        assertThat(deployed.getResponse().getStatus()).as(body(deployed)).isEqualTo(201);
    }

    private static String bpmn(String key, String steps, String first) {
        return """
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:keshi="https://keshi.dev/bpmn/1.0" id="d" targetNamespace="https://keshi.dev/test">
                  <bpmn:process id="%s" isExecutable="true">
                    <bpmn:startEvent id="start"/>
                    %s
                    <bpmn:endEvent id="end"/>
                    <bpmn:sequenceFlow id="in" sourceRef="start" targetRef="%s"/>
                    <bpmn:sequenceFlow id="out" sourceRef="%s" targetRef="end"/>
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(key, steps, first, first);
    }

    private RequestPostProcessor as(String person) {
        return as(person, person.startsWith("h") ? new String[] {"EMPLOYEE", "HR"} : new String[] {"EMPLOYEE"});
    }

    private static RequestPostProcessor as(String person, String... roles) {
        return jwt().jwt(token -> token.subject(person).claim("epoch", 1L))
                .authorities(Arrays.stream(roles)
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toArray(SimpleGrantedAuthority[]::new));
    }

    private void department(String id, @Nullable String parent, String manager, List<Document> deputies) {
        mongo.getCollection("directory_departments")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", id)
                        .append("parentId", parent)
                        .append("managerId", manager)
                        .append("deputies", deputies)
                        .append("open", true));
    }

    private void person(String id, String department, String role) {
        mongo.getCollection("directory_people")
                .insertOne(new Document("_id", id)
                        .append("sequence", 1L)
                        .append("name", "AAAA")
                        .append("departmentId", department)
                        .append("employed", true));
        mongo.getCollection("directory_accounts")
                .insertOne(new Document("_id", "account-" + id)
                        .append("sequence", 1L)
                        .append("personId", id)
                        .append("roles", List.of("EMPLOYEE", role))
                        .append("permissionEpoch", 1L));
    }

    private JsonNode read(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
