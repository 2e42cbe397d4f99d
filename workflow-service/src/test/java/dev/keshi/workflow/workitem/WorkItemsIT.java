package dev.keshi.workflow.workitem;

import static dev.keshi.workflow.Enterprise.as;
import static dev.keshi.workflow.Enterprise.errors;
import static dev.keshi.workflow.Enterprise.read;
import static dev.keshi.workflow.workitem.Work.ITEMS;
import static dev.keshi.workflow.workitem.Work.TODAY;
import static dev.keshi.workflow.workitem.Work.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;

import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import dev.keshi.workflow.approver.PersonId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Work items over HTTP, on a real store and broker. */
@RunningService
class WorkItemsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private LateWork lateWork;

    private Work work;

    @BeforeEach
    void anEnterprise() {
        enterprise.begin();
        work = new Work(enterprise);
    }

    @Test
    void workIsAssignedReportedReturnedReportedAgainAndAccepted(EventProbe probe) {
        var item = work.assign("tom", "ann", "整理三月客户反馈", TODAY.plusDays(3), "HIGH");
        assertThat(item.get("status").asString()).isEqualTo("OPEN");
        assertThat(item.get("departmentId").asString()).isEqualTo("team");
        assertThat(item.get("origin").asString()).isEqualTo("PERSON");

        work.act("ann", item, "report", "{\"remark\":\"已上传\"}");
        work.act("tom", item, "return", "{\"reason\":\"缺少华东数据\"}");
        work.act(
                "tom", item, "change-due-date", "{\"dueDate\":\"%s\",\"reason\":\"补数据\"}".formatted(TODAY.plusDays(5)));
        work.act("ann", item, "report", "{}");
        var done = work.act("vice", item, "accept", "{}");

        assertThat(done.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(done.get("timesReturned").asInt()).isEqualTo(1);
        assertThat(done.get("acceptedBy").asString()).isEqualTo("vice");
        assertThat(done.get("history").findValuesAsString("what"))
                .containsExactly("ASSIGNED", "REPORTED", "RETURNED", "DUE_DATE_CHANGED", "REPORTED", "ACCEPTED");
        var events = of(item, 6, probe);
        assertThat(types(events))
                .containsExactly("assigned", "reported", "returned", "due-date-changed", "reported", "completed");
        assertThat(events.stream().map(SeenEvent::sequence)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        var completed = json(events.getLast());
        assertThat(completed.get("onTime").asBoolean()).isTrue();
        assertThat(completed.get("timesReturned").asInt()).isEqualTo(1);
        assertThat(completed.get("dueDate").asString())
                .isEqualTo(TODAY.plusDays(5).toString());
        assertThat(completed.get("firstDueDate").asString())
                .isEqualTo(TODAY.plusDays(3).toString());
        assertThat(events).noneMatch(event -> event.json().contains("华东"));
    }

    @Test
    void workOfOnesOwnIsDoneWhenOneSaysSo(EventProbe probe) {
        var item = work.assign("ann", "ann", "写周报", TODAY);

        assertThat(work.act("ann", item, "report", "{}").get("status").asString())
                .isEqualTo("COMPLETED");
        assertThat(types(of(item, 2, probe))).containsExactly("assigned", "completed");
    }

    @Test
    void aTransferAndACancellationAreToldWithWhoDidThem(EventProbe probe) {
        var item = work.assign("tom", "ann", "盘点", TODAY.plusDays(1));
        enterprise.person("mia-" + id(item), "team", "EMPLOYEE");

        work.act("tom", item, "transfer", "{\"ownerId\":\"mia-%s\",\"reason\":\"休假\"}".formatted(id(item)));
        var cancelled = enterprise.post("tom", ITEMS + "/" + id(item) + "/cancel", "2", "{\"reason\":\"不再需要\"}");

        assertThat(cancelled.getResponse().getStatus()).isEqualTo(200);
        var events = of(item, 3, probe);
        assertThat(types(events)).containsExactly("assigned", "transferred", "cancelled");
        assertThat(json(events.get(1)).get("previousOwnerId").asString()).isEqualTo("ann");
        assertThat(json(events.get(2)).get("cancelledBy").asString()).isEqualTo("tom");
    }

    @Test
    void theSameAssignmentSentTwiceIsOne() {
        var key = UUID.randomUUID().toString();
        var body = Work.request("ann", "一次", TODAY, "NORMAL");

        var first = read(send("tom", key, body));
        var again = read(send("tom", key, body));

        assertThat(again.get("id")).isEqualTo(first.get("id"));
        assertThat(send("tom", key, Work.request("ann", "两次", TODAY, "NORMAL"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(mongo.getCollection("work_items").countDocuments(new Document("state.title", "一次")))
                .isEqualTo(1);
    }

    @Test
    void aStaleOrMissingRevisionChangesNothing() {
        var item = work.assign("tom", "ann", "版本", TODAY);

        assertThat(work.tryAct("ann", item, "report", "{}", "7").getResponse().getStatus())
                .isEqualTo(412);
        assertThat(work.tryAct("ann", item, "report", "{}", null).getResponse().getStatus())
                .isEqualTo(428);
        assertThat(work.find("ann", item).get("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void ofAnAcceptanceAndAReturnAtOnceOneHappens() throws Exception {
        var item = work.assign("tom", "ann", "同时", TODAY);
        var reported = work.act("ann", item, "report", "{}");
        var revision = reported.get("revision").asString();

        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> both = List.of(
                    () -> work.tryAct("tom", item, "accept", "{}", revision)
                            .getResponse()
                            .getStatus(),
                    () -> work.tryAct("vice", item, "return", "{\"reason\":\"x\"}", revision)
                            .getResponse()
                            .getStatus());
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(both)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
        }
    }

    @Test
    void charactersThatControlATerminalAreRefusedWhereverSomethingIsSaid() {
        var item = work.assign("tom", "ann", "说明", TODAY.plusDays(2));
        var said = "\"x\\u001b[2J\"";

        for (var attempt : List.of(
                on(item, "ann", "report", "{\"remark\":" + said + "}"),
                on(item, "tom", "cancel", "{\"reason\":" + said + "}"),
                on(item, "tom", "transfer", "{\"ownerId\":\"bob\",\"reason\":" + said + "}"),
                language -> post(
                        "tom",
                        ITEMS,
                        null,
                        "{\"ownerId\":\"ann\",\"title\":\"x\",\"dueDate\":\"%s\",\"description\":%s}"
                                .formatted(TODAY, said),
                        language))) {
            refused(attempt, 400, "invalid-request", "请求内容有误", "The request is not valid");
        }
    }

    @Test
    void eachBadInputIsRefusedWithAProblemOfItsOwnInBothLanguages() {
        var item = work.assign("tom", "ann", "坏输入", TODAY.plusDays(2));
        enterprise.person("gone-" + id(item), "team", "EMPLOYEE");
        enterprise.left("gone-" + id(item));
        var reported = work.assign("tom", "ann", "已报告", TODAY);
        work.act("ann", reported, "report", "{}");
        var ended = work.assign("ann", "ann", "已完成", TODAY);
        work.act("ann", ended, "report", "{}");

        refused(assigning("gone-" + id(item), TODAY), 422, "work-item-owner-left", "负责人已离职", "The owner has left");
        refused(
                assigning("boss", TODAY),
                403,
                "work-item-assignment-not-allowed",
                "您不能向此人交办工作",
                "You cannot assign work to this person");
        refused(
                assigning("nobody-at-all", TODAY),
                403,
                "work-item-assignment-not-allowed",
                "您不能向此人交办工作",
                "You cannot assign work to this person");
        refused(
                assigning("ann", TODAY.minusDays(1)),
                422,
                "work-item-due-in-the-past",
                "截止日期已过",
                "The due date has passed");
        refused(
                assigning("ann", TODAY.plusYears(11)),
                422,
                "work-item-due-too-far-away",
                "截止日期最多在十年之后",
                "The due date is at most ten years away");
        refused(
                language -> post(
                        "tom",
                        ITEMS,
                        null,
                        "{\"ownerId\":\"ann\",\"title\":\"x\",\"dueDate\":\"%s\",\"requestId\":\"nothing\"}"
                                .formatted(TODAY),
                        language),
                422,
                "work-item-request-not-found",
                "没有这个申请，或您未参与此申请",
                "There is no such request, or you take no part in it");
        refused(
                on(
                        item,
                        "tom",
                        "change-due-date",
                        "{\"dueDate\":\"%s\",\"reason\":\"x\"}".formatted(TODAY.plusDays(2))),
                422,
                "work-item-same-due-date",
                "截止日期没有变化",
                "The work is due on that day already");
        refused(
                on(item, "tom", "transfer", "{\"ownerId\":\"ann\",\"reason\":\"x\"}"),
                422,
                "work-item-same-owner",
                "此人已是负责人",
                "This person has to do the work already");
        refused(
                on(item, "tom", "report", "{}"),
                403,
                "work-item-not-yours",
                "只有负责人可以报告完成",
                "Only the owner reports that the work is done");
        refused(
                on(item, "ann", "cancel", "{\"reason\":\"x\"}"),
                403,
                "work-item-not-in-charge",
                "您不能处置此工作事项",
                "You do not decide about this work item");
        refused(
                on(item, "tom", "accept", "{}"),
                409,
                "work-item-not-reported",
                "负责人尚未报告完成",
                "The owner has not reported the work done");
        refused(
                on(reported, "ann", "report", "{}"),
                409,
                "work-item-already-reported",
                "工作已报告完成，等待验收",
                "The work was reported done and waits to be accepted");
        refused(
                on(ended, "ann", "report", "{}"),
                409,
                "work-item-ended",
                "工作事项已完成或已取消",
                "The work item was completed or cancelled");
        assertThat(work.find("ann", item).get("revision").asLong()).isEqualTo(1);
    }

    @Test
    void whatIsMissingOrTooLongIsNamedWhereItStands() {
        var refused = enterprise.post(
                "tom", ITEMS, null, "{\"title\":\" \",\"description\":\"%s\"}".formatted("长".repeat(4_001)));

        assertThat(refused.getResponse().getStatus()).isEqualTo(400);
        assertThat(errors(refused).stream().map(error -> error.split(" ")[0]))
                .containsExactlyInAnyOrder("/ownerId", "/title", "/description", "/dueDate");
        assertThat(enterprise
                        .post("tom", ITEMS, null, "{\"ownerId\":\"ann\",\"title\":\"x\",\"dueDate\":\"2026-02-30\"}")
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void workMadeOfARequestNamesItAndOnlyWhoTakesPartMakesIt() {
        var request = read(
                enterprise.post(
                        "ann",
                        "/api/workflow/v1/requests",
                        null,
                        "{\"processKey\":\"leave-request\",\"form\":{\"leaveType\":\"annual\",\"from\":\"2026-12-01\",\"to\":\"2026-12-01\",\"days\":1,\"reason\":\"回家\"}}"));
        var body = "{\"ownerId\":\"%s\",\"title\":\"代班安排\",\"dueDate\":\"" + TODAY + "\",\"requestId\":\"" + id(request)
                + "\"}";

        var made = enterprise.post("tom", ITEMS, null, body.formatted("ann"));
        assertThat(made.getResponse().getStatus()).isEqualTo(201);
        assertThat(read(made).get("origin").asString()).isEqualTo("REQUEST");
        assertThat(read(made).get("originReference").asString()).isEqualTo(id(request));
        assertThat(enterprise
                        .post("boss", ITEMS, null, body.formatted("boss"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void whatIsNotDoneByItsDueDateIsToldToBeLateOnce(EventProbe probe) {
        var item = work.assign("tom", "ann", "逾期", TODAY);
        yesterday(item);
        assertThat(work.find("ann", item).get("late").asBoolean()).isTrue();

        assertThat(lateWork.doPart("")).isEqualTo(Swept.DONE);
        assertThat(lateWork.doPart("")).isEqualTo(Swept.DONE);
        work.act("ann", item, "report", "{}");
        work.act("tom", item, "accept", "{}");

        var events = of(item, 4, probe);
        assertThat(types(events)).containsExactly("assigned", "became-late", "reported", "completed");
        assertThat(json(events.getLast()).get("onTime").asBoolean()).isFalse();
    }

    @Test
    void whatAnEventOrdersIsMadeOnceHoweverOftenItComes(EventProbe probe) {
        var reference = "risk-measure/" + UUID.randomUUID();
        var order = new WorkItemOrder(
                reference,
                new PersonId("ann"),
                new Wording("加装防火墙规则", Optional.of("风险 7 的措施")),
                TODAY.plusDays(30),
                Priority.URGENT);
        keep(order);
        var made = probe.await(1, event -> event.json().contains(reference), PATIENCE);
        settled(reference);
        mongo.getCollection(WorkItemOrder.COLLECTION).deleteOne(new Document("reference", reference));
        mongo.getCollection("work_items")
                .updateOne(
                        new Document("state.originReference", reference),
                        new Document("$set", new Document("commands", List.of())));
        keep(order);
        settled(reference);

        assertThat(made).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("keshi.workflow.work-item-assigned.v1");
            assertThat(json(event).get("origin").asString()).isEqualTo("EVENT");
            assertThat(json(event).has("assignerId")).isFalse();
        });
        assertThat(mongo.getCollection("work_items").countDocuments(new Document("state.originReference", reference)))
                .isEqualTo(1);
        var path = ITEMS + "/" + made.getFirst().key();
        assertThat(enterprise
                        .post("ann", path + "/report", "1", "{}")
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);
        assertThat(types(probe.await(
                        2, event -> event.key().equals(made.getFirst().key()), PATIENCE)))
                .containsExactly("assigned", "completed");
    }

    @Test
    void whatIsOrderedOfSomebodyWhoHasLeftIsRefusedAndWhatIsOrderedOfSomebodyUnknownWaits() {
        var run = UUID.randomUUID().toString();
        enterprise.person("left-" + run, "team", "EMPLOYEE");
        enterprise.left("left-" + run);
        keep(ordered("a-" + run, "left-" + run));
        keep(ordered("b-" + run, "unknown-" + run));

        settled("a-" + run);
        assertThat(order("a-" + run).getString("refused")).isEqualTo("owner-left");
        Eventually.holds(() -> order("b-" + run).getLong("tryAt") > 0);
        assertThat(mongo.getCollection("work_items").countDocuments(new Document("state.originReference", "b-" + run)))
                .isZero();
    }

    @Test
    void aListIsPagedWithoutLossOrRepetitionNewestFirst() {
        var leader = "lea-" + UUID.randomUUID();
        enterprise.person(leader, "team", "EMPLOYEE");
        var mine = new ArrayList<String>();
        for (int number = 0; number < 7; number++) {
            mine.addFirst(id(work.assign(leader, leader, "第" + number, TODAY.plusDays(number))));
        }

        for (var of : List.of("me", "assigned", "scope")) {
            assertThat(enterprise.pages(leader, ITEMS + "?of=" + of, 2))
                    .extracting(Work::id)
                    .containsExactlyElementsOf(mine);
        }
        assertThat(enterprise.pages(leader, ITEMS + "?status=COMPLETED", 2)).isEmpty();
        assertThat(enterprise
                        .get(leader, ITEMS + "?status=WHATEVER")
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    private WorkItemOrder ordered(String reference, String owner) {
        return new WorkItemOrder(
                reference, new PersonId(owner), new Wording("措施", Optional.empty()), TODAY, Priority.NORMAL);
    }

    /** As the consumer kit does. */
    private void keep(WorkItemOrder order) {
        var effect = (Effect.InsertAs) order.toEffect();
        var document = new Document(effect.document()).append("_id", effect.id());
        mongo.getCollection(effect.collection()).insertOne(document);
    }

    private Document order(String reference) {
        return mongo.getCollection(WorkItemOrder.COLLECTION)
                .find(new Document("reference", reference))
                .first();
    }

    private void settled(String reference) {
        Eventually.holds(() -> order(reference).containsKey("settledAt"));
    }

    private void yesterday(JsonNode item) {
        mongo.getCollection("work_items")
                .updateOne(
                        new Document("_id", id(item)),
                        new Document(
                                "$set",
                                new Document("state.dueDate", TODAY.minusDays(1).toString())));
    }

    private interface Attempt {
        MvcTestResult in(String language);
    }

    private Attempt assigning(String owner, LocalDate due) {
        return language -> post("tom", ITEMS, null, Work.request(owner, "x", due, "NORMAL"), language);
    }

    private Attempt on(JsonNode item, String by, String verb, String body) {
        var revision = work.find("ann", item).get("revision").asString();
        return language -> post(by, ITEMS + "/" + id(item) + "/" + verb, revision, body, language);
    }

    private static void refused(Attempt attempt, int status, String code, String chinese, String english) {
        for (var language : List.of("zh-CN", "en")) {
            var refused = attempt.in(language);
            assertThat(refused.getResponse().getStatus()).as(code).isEqualTo(status);
            assertThat(read(refused).get("code").asString()).isEqualTo(code);
            assertThat(read(refused).get("title").asString()).isEqualTo(language.equals("en") ? english : chinese);
        }
    }

    private MvcTestResult send(String person, String key, String body) {
        return http.post()
                .uri(ITEMS)
                .with(as(person))
                .header("Idempotency-Key", key)
                .contentType(APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult post(String person, String path, @Nullable String revision, String body, String language) {
        var request = http.post()
                .uri(path)
                .with(as(person))
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", language)
                .contentType(APPLICATION_JSON)
                .content(body);
        return (revision == null ? request : request.header("If-Match", "\"" + revision + "\"")).exchange();
    }

    private static List<SeenEvent> of(JsonNode item, int count, EventProbe probe) {
        return probe.await(count, event -> event.key().equals(id(item)), PATIENCE);
    }

    private static List<String> types(List<SeenEvent> events) {
        return events.stream()
                .map(event ->
                        event.type().replace("keshi.workflow.work-item-", "").replace(".v1", ""))
                .toList();
    }

    private static JsonNode json(SeenEvent event) {
        return JsonMapper.shared().readTree(event.json());
    }
}
