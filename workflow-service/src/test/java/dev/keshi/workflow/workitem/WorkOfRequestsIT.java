package dev.keshi.workflow.workitem;

import static dev.keshi.workflow.Enterprise.body;
import static dev.keshi.workflow.Enterprise.bpmn;
import static dev.keshi.workflow.Enterprise.read;
import static dev.keshi.workflow.workitem.Work.ITEMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.messaging.sweep.Swept;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.Finds;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import dev.keshi.workflow.request.RequestQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that give work when they are approved, each piece once, whoever makes it how often; on a real store and broker. */
@RunningService
class WorkOfRequestsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String REQUESTS = "/api/workflow/v1/requests";
    private static final ZoneId ENTERPRISE = ZoneId.of("Asia/Shanghai");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private Finds finds;

    @Autowired
    private RequestQueries queries;

    @Autowired
    private WorkOfRequests sweep;

    private final String process = "buy-" + UUID.randomUUID();
    private final String buyer = "bea-" + UUID.randomUUID();

    @BeforeEach
    void anEnterpriseWithABuyer() {
        enterprise.begin();
        enterprise.person(buyer, "team", "EMPLOYEE");
        enterprise.deploy(giving(twoPieces()));
    }

    @Test
    void anApprovedRequestGivesWorkToWhomItsProcessSays(EventProbe probe) {
        var request = submit();
        assertThat(enterprise.get(buyer, REQUESTS + "/" + request).getResponse().getStatus())
                .isEqualTo(404);

        approve(request);

        var item = itemOf(buyer, request);
        var approved = read(enterprise.get("ann", REQUESTS + "/" + request));
        assertThat(item.get("title").asString())
                .isEqualTo("采购下单（" + approved.get("number").asString() + "）");
        assertThat(item.get("dueDate").asString())
                .isEqualTo(dayOf(approved).plusDays(5).toString());
        assertThat(item.get("priority").asString()).isEqualTo("HIGH");
        assertThat(item.get("origin").asString()).isEqualTo("REQUEST");
        assertThat(item.hasNonNull("assignerId")).isFalse();
        // Due on the very day, unless it was made after midnight.
        assertThat(itemOf("ann", request).get("dueDate").asString())
                .isIn(dayOf(approved).toString(), dayOf(approved).plusDays(1).toString());
        assertThat(enterprise.pages(buyer, Work.LIST, 50))
                .anyMatch(entry -> entry.path("work").path("workItemId").equals(item.get("id")));

        var told = JsonMapper.shared()
                .readTree(probe.awaitOne("keshi.workflow.work-item-assigned.v1", Work.id(item), PATIENCE)
                        .json());
        assertThat(told.get("origin").asString()).isEqualTo("REQUEST");
        assertThat(told.get("originReference").asString()).isEqualTo(request);

        var path = ITEMS + "/" + Work.id(item) + "/report";
        var reported = enterprise.post(buyer, path, "1", "{}");
        assertThat(read(reported).get("status").asString()).as(body(reported)).isEqualTo("COMPLETED");
    }

    @Test
    void theRequestSaysWhatItGaveAndWhyToWhom() {
        var request = approved();
        var item = itemOf(buyer, request);

        // Who has the work reads what it is about.
        var seen = read(enterprise.get(buyer, REQUESTS + "/" + request));
        assertThat(seen.get("work").valueStream().map(work -> work.get("name").asString()))
                .containsExactly("采购下单", "归档");
        assertThat(seen.get("work").get(0).get("workItemId")).isEqualTo(item.get("id"));
        assertThat(seen.get("work").get(0).get("ownerId").asString()).isEqualTo(buyer);
        assertThat(read(enterprise.getIn("en", "ann", REQUESTS + "/" + request))
                        .get("work")
                        .valueStream()
                        .map(work -> work.get("name").asString()))
                .containsExactly("Place the order", "归档");

        var history = read(enterprise.get("ann", REQUESTS + "/" + request + "/history"));
        var given = history.get("items")
                .valueStream()
                .filter(entry -> entry.get("what").asString().equals("work-given"))
                .toList();
        assertThat(given).hasSize(2);
        assertThat(given.getFirst().path("work").path("workItemId")).isEqualTo(item.get("id"));
        assertThat(given.getFirst().path("reason").path("rule").asString()).isEqualTo("person:" + buyer);
    }

    /** As replicas leave it that are killed: right after the approval, in the middle, and before it is noted that all is made. */
    @Test
    void whatIsBegunAgainIsMadeOnce(EventProbe probe) throws Throwable {
        var request = approved();
        var bought = itemOf(buyer, request);
        enterprise.post(buyer, ITEMS + "/" + Work.id(bought) + "/report", "1", "{}");
        probe.awaitOne("keshi.workflow.work-item-completed.v1", Work.id(bought), PATIENCE);

        begunAgain(request);
        assertThat(item(bought).getEmbedded(List.of("state", "status"), String.class))
                .isEqualTo("COMPLETED");

        delete(new Document("state.originReference", request).append("state.ownerId", "ann"));
        begunAgain(request);

        delete(new Document("state.originReference", request));
        begunAgain(request);
        assertThat(items(request)).anyMatch(item -> item.getString("_id").equals(Work.id(bought)));
        assertThat(marked(request)).isFalse();
    }

    @Test
    void whatIsToBeMadeIsFoundByItsMarkAlone() {
        var request = approved();
        Eventually.holds(() -> !marked(request));

        var explained = finds.explained(
                mongo.getDb(),
                "requests",
                () -> assertThat(queries.givingWork("", 1_000)).isEmpty());

        assertThat(explained.get("executionStats", Document.class).getInteger("totalDocsExamined"))
                .isZero();
        assertThat(explained
                        .get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .contains("IXSCAN")
                .doesNotContain("\"stage\": \"SORT\"")
                .doesNotContain("COLLSCAN");
    }

    @Test
    void workOfWhoLeftMeanwhileWaitsForTheLeader() throws Throwable {
        var request = approved();
        var item = itemOf(buyer, request);
        Eventually.holds(() -> !marked(request));
        delete(new Document("_id", Work.id(item)));
        enterprise.left(buyer);

        begunAgain(request);

        assertThat(item(item).getEmbedded(List.of("state", "waitsFor"), String.class))
                .isEqualTo("tom");
        assertThat(enterprise.pages("tom", Work.LIST, 50))
                .anyMatch(entry -> entry.path("work").path("workItemId").equals(item.get("id")));
    }

    @Test
    void aRejectedAndAWithdrawnRequestGiveNone() {
        var rejected = submit();
        assertThat(decide(rejected, "reject")).isEqualTo(204);
        var withdrawn = submit();
        assertThat(enterprise
                        .post("ann", REQUESTS + "/" + withdrawn + "/withdraw", "1", "{}")
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        var approved = approved();
        itemOf(buyer, approved);
        sweep.doPart("");

        assertThat(items(rejected)).isEmpty();
        assertThat(items(withdrawn)).isEmpty();
        assertThat(marked(rejected) || marked(withdrawn)).isFalse();
        assertThat(read(enterprise.get("ann", REQUESTS + "/" + rejected)).hasNonNull("work"))
                .isFalse();
    }

    /** A request runs to its end on the version it was submitted to. */
    @Test
    void anOlderVersionGivesWhatItSaysItself() {
        enterprise.deploy(giving(""));
        var without = submit();
        enterprise.deploy(
                giving("<keshi:work id='order' name='下单' owner='person:%s' dueInDays='1'/>".formatted(buyer)));
        var with = submit();

        approve(without);
        approve(with);

        assertThat(itemOf(buyer, with).get("title").asString()).startsWith("下单（");
        assertThat(items(without)).isEmpty();
    }

    @Test
    void whatCannotBeGivenIsRefusedWithItsPlaceInBothLanguages() {
        var xml = giving("\n<keshi:work id='order' name='下单' owner='the-cat' dueInDays='1'/>");

        var zh = enterprise.sendXml(Enterprise.DEFINITIONS, xml, "zh-CN");
        var en = enterprise.sendXml(Enterprise.DEFINITIONS, xml, "en");

        assertThat(zh.getResponse().getStatus()).isEqualTo(422);
        var error = read(zh).get("errors").get(0);
        assertThat(error.get("code").asString()).isEqualTo("work-invalid");
        assertThat(error.get("elementId").asString()).isEqualTo("order");
        assertThat(error.get("line").asInt()).isGreaterThan(1);
        assertThat(body(zh)).contains("审批通过后的工作事项无效：owner=");
        assertThat(body(en)).contains("The work that an approved request gives is not valid: owner=");
    }

    private String twoPieces() {
        return """
                <keshi:work id='order' name='采购下单' nameEn='Place the order' owner='person:%s' dueInDays='5' priority='HIGH'/>
                <keshi:work id='file' name='归档' owner='initiator' dueInDays='0'/>
                """.formatted(buyer);
    }

    private String giving(String work) {
        return bpmn(process, "<bpmn:userTask id='check' name='审批' keshi:approver='manager'/>", "check")
                .replace(
                        "<bpmn:endEvent id=\"end\"/>",
                        "<bpmn:endEvent id=\"end\"><bpmn:extensionElements>" + work
                                + "</bpmn:extensionElements></bpmn:endEvent>");
    }

    private String submit() {
        var submitted = enterprise.post("ann", REQUESTS, null, "{\"processKey\":\"" + process + "\",\"form\":{}}");
        assertThat(submitted.getResponse().getStatus()).as(body(submitted)).isEqualTo(201);
        return read(submitted).get("id").asString();
    }

    private String approved() {
        var request = submit();
        approve(request);
        return request;
    }

    private void approve(String request) {
        assertThat(decide(request, "approve")).isEqualTo(204);
    }

    private int decide(String request, String verb) {
        return enterprise
                .post("tom", "/api/workflow/v1/tasks/" + request + "-1/" + verb, "1", "{\"remark\":\"已看\"}")
                .getResponse()
                .getStatus();
    }

    /** Once it is there. */
    private JsonNode itemOf(String owner, String request) {
        Eventually.holds(() -> !found(owner, request).isEmpty());
        return found(owner, request).getFirst();
    }

    private List<JsonNode> found(String owner, String request) {
        return enterprise.pages(owner, ITEMS + "?of=me&status=OPEN", 50).stream()
                .filter(item -> item.path("originReference").asString("").equals(request))
                .toList();
    }

    private List<Document> items(String request) {
        return mongo.getCollection("work_items")
                .find(new Document("state.originReference", request))
                .into(new ArrayList<>());
    }

    private Document item(JsonNode item) {
        return mongo.getCollection("work_items")
                .find(new Document("_id", Work.id(item)))
                .first();
    }

    private void delete(Document which) {
        mongo.getCollection("work_items").deleteMany(which);
    }

    /** As the write leaves it that ends a request. */
    private void mark(String request) {
        mongo.getCollection("requests")
                .updateOne(new Document("_id", request), new Document("$set", new Document("state.givesWork", true)));
    }

    private boolean marked(String request) {
        return mongo.getCollection("requests")
                        .countDocuments(
                                new Document("_id", request).append("state.givesWork", new Document("$exists", true)))
                == 1;
    }

    /** Four replicas find it. One that was about to note before that all is made may do so now; then it is begun once more. */
    private void begunAgain(String request) throws Throwable {
        Eventually.eventually(() -> {
            mark(request);
            together(4);
            assertThat(items(request)).hasSize(2);
        });
    }

    /** So many replicas at once. */
    private void together(int replicas) throws Exception {
        Callable<String> once = () -> sweep.doPart("");
        try (var threads = Executors.newFixedThreadPool(replicas)) {
            for (var done : threads.invokeAll(Collections.nCopies(replicas, once))) {
                assertThat(done.get()).isEqualTo(Swept.DONE);
            }
        }
    }

    private static LocalDate dayOf(JsonNode request) {
        return LocalDate.ofInstant(Instant.parse(request.get("endedAt").asString()), ENTERPRISE);
    }
}
