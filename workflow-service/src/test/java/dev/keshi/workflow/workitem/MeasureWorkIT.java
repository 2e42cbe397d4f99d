package dev.keshi.workflow.workitem;

import static dev.keshi.workflow.Enterprise.read;
import static dev.keshi.workflow.workitem.Work.ITEMS;
import static dev.keshi.workflow.workitem.Work.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.risk.MeasureAssignedV1;
import dev.keshi.contracts.risk.MeasureCancelledV1;
import dev.keshi.contracts.risk.MeasureCompletedV1;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import dev.keshi.workflow.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Measures of risks in work lists, because it rings: nobody looks for them. Both sides may say that one is done; on a real store and broker. */
@RunningService
@TestPropertySource(properties = "keshi.consumer.follow-every=1h")
class MeasureWorkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private WorkItemOrderService orderService;

    private final String risk = "r-" + UUID.randomUUID();
    private final String measure = "m-" + UUID.randomUUID();
    private final String ann = "ann-" + UUID.randomUUID();
    private final String bea = "bea-" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void anEnterpriseWithBea(RealKafka kafka) {
        enterprise.begin();
        enterprise.person(ann, "team", "EMPLOYEE");
        enterprise.person(bea, "team", "EMPLOYEE");
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void aMeasureStandsInTheWorkListOfItsOwnerAndIsDoneThere(EventProbe probe) {
        var told = assigned(ann);
        var item = itemOf(ann, "OPEN");

        assertThat(item.get("title").asString()).isEqualTo("引入第二家供应商");
        assertThat(item.get("dueDate").asString()).isEqualTo(TODAY.plusDays(30).toString());
        assertThat(item.get("originReference").asString())
                .isEqualTo("risk-measure/%s/%s/%s".formatted(risk, measure, Wire.id(told)));
        assertThat(enterprise.pages(ann, Work.LIST, 50))
                .anyMatch(entry -> entry.path("work").path("workItemId").equals(item.get("id")));

        var path = ITEMS + "/" + Work.id(item) + "/report";
        assertThat(enterprise.post(ann, path, "1", "{}").getResponse().getStatus())
                .isEqualTo(200);
        // What risk-service says of it then is no news.
        completed(ann);
        assigned(bea);
        itemOf(bea, "OPEN");

        assertThat(types(probe, item)).containsExactly("assigned", "completed");
    }

    @Test
    void aMeasureThatIsDoneInRiskServiceIsDoneWork(EventProbe probe) {
        assigned(ann);
        var item = itemOf(ann, "OPEN");

        completed(ann);

        itemOf(ann, "COMPLETED");
        var done = probe.awaitOne("keshi.workflow.work-item-completed.v1", Work.id(item), PATIENCE);
        var data = JsonMapper.shared().readTree(done.json());
        assertThat(data.get("onTime").asBoolean()).isTrue();
        assertThat(data.get("leadTimeSeconds").asLong()).isNotNegative();
        assertThat(data.get("ownerId").asString()).isEqualTo(ann);
        assertThat(done.headers().get("ce_actor")).startsWith("system:");
    }

    @Test
    void aMeasureThatIsGivenToSomebodyElseAndBackIsWorkOfOneAtATime() {
        assigned(ann);
        var first = itemOf(ann, "OPEN");
        assigned(bea);
        itemOf(bea, "OPEN");
        itemOf(ann, "CANCELLED");

        assigned(ann);

        itemOf(ann, "OPEN");
        itemOf(bea, "CANCELLED");
        assertThat(items(ann, "OPEN"))
                .hasSize(1)
                .noneMatch(item -> item.get("id").equals(first.get("id")));
    }

    @Test
    void aMeasureThatIsCancelledIsNobodysWork(EventProbe probe) {
        assigned(ann);
        var item = itemOf(ann, "OPEN");

        wire.happens(new MeasureCancelledV1(risk, measure, "team", ann), Instant.now());

        itemOf(ann, "CANCELLED");
        assertThat(probe.awaitOne("keshi.workflow.work-item-cancelled.v1", Work.id(item), PATIENCE)
                        .json())
                .contains("\"cancelledBy\":\"system\"");
    }

    @Test
    void whatIsOverBeforeItBecameWorkBecomesNone() {
        var told = assigned("unknown-" + measure);
        completed("unknown-" + measure);
        Eventually.holds(() -> order(told).getBoolean("missed", false));
        enterprise.person("unknown-" + measure, "team", "EMPLOYEE");

        // When it is looked at again nobody can be making it any more.
        mongo.getCollection("work_item_orders")
                .updateOne(new Document("reference", reference(told)), new Document("$set", new Document("tryAt", 0L)));
        orderService.carryOut();

        Eventually.holds(() -> order(told).containsKey("settledAt"));
        assertThat(mongo.getCollection("work_items")
                        .countDocuments(new Document("state.originReference", reference(told))))
                .isZero();
    }

    @Test
    void workThatASlowReplicaMadeOfWhatWasOverIsEndedAfterAll() {
        var told = assigned(ann);
        itemOf(ann, "OPEN");
        wire.happens(new MeasureCancelledV1(risk, measure, "team", ann), Instant.now());
        itemOf(ann, "CANCELLED");
        var orders = mongo.getCollection("work_item_orders");
        // The item as it was when nobody had ended it, and the order as one leaves it who did not find the item.
        mongo.getCollection("work_items")
                .updateOne(
                        new Document("state.originReference", reference(told)),
                        new Document(
                                "$set",
                                new Document("state.status", "OPEN")
                                        .append("state.waitsFor", ann)
                                        .append("commands", List.of())));
        orders.updateOne(
                new Document("reference", reference(told)),
                new Document("$set", new Document("missed", true).append("tryAt", 0L)));
        orderService.carryOut();

        itemOf(ann, "CANCELLED");
    }

    @Test
    void eventsThatComeAgainInAnyOrderChangeNothing(EventProbe probe) {
        var sent = new ArrayList<ProducerRecord<String, byte[]>>();
        sent.add(assigned(ann));
        var item = itemOf(ann, "OPEN");
        sent.add(assigned(bea));
        itemOf(bea, "OPEN");
        sent.add(completed(bea));
        itemOf(bea, "COMPLETED");

        sent.reversed().forEach(wire::again);
        sent.forEach(wire::again);
        var later = "m-" + UUID.randomUUID();
        wire.happens(assignment(later, ann), Instant.now());
        Eventually.holds(() -> items(ann, "OPEN").size() == 1);

        assertThat(types(probe, item)).containsExactly("assigned", "cancelled");
        assertThat(items(bea, "COMPLETED")).hasSize(1);
        assertThat(mongo.getCollection("work_items")
                        .countDocuments(new Document(
                                "state.originReference", new Document("$regex", "^risk-measure/" + risk + "/"))))
                .isEqualTo(3);
    }

    @Test
    void workThatALeaderGaveToSomebodyElseIsCancelledWhenTheOwnerOfTheMeasureDidIt() {
        assigned(ann);
        var item = itemOf(ann, "OPEN");
        assertThat(enterprise
                        .post(
                                "tom",
                                ITEMS + "/" + Work.id(item) + "/transfer",
                                "1",
                                "{\"ownerId\":\"%s\",\"reason\":\"休假\"}".formatted(bea))
                        .getResponse()
                        .getStatus())
                .isEqualTo(200);

        completed(ann);

        itemOf(bea, "CANCELLED");
    }

    private ProducerRecord<String, byte[]> assigned(String owner) {
        return wire.happens(assignment(measure, owner), Instant.now());
    }

    private MeasureAssignedV1 assignment(String id, String owner) {
        return new MeasureAssignedV1(risk, id, null, "team", "引入第二家供应商", owner, TODAY.plusDays(30), null, null);
    }

    private ProducerRecord<String, byte[]> completed(String owner) {
        return wire.happens(
                new MeasureCompletedV1(risk, measure, null, "team", owner, TODAY.plusDays(30), TODAY, true, null, null),
                Instant.now());
    }

    private String reference(ProducerRecord<String, byte[]> told) {
        return "risk-measure/" + risk + "/" + measure + "/" + Wire.id(told);
    }

    private Document order(ProducerRecord<String, byte[]> told) {
        var order = mongo.getCollection("work_item_orders")
                .find(new Document("reference", reference(told)))
                .first();
        return order == null ? new Document() : order;
    }

    private JsonNode itemOf(String owner, String status) {
        Eventually.holds(() -> !items(owner, status).isEmpty());
        return items(owner, status).getFirst();
    }

    /** Of this risk. */
    private List<JsonNode> items(String owner, String status) {
        return enterprise.pages(owner, ITEMS + "?status=" + status, 50).stream()
                .map(one -> read(enterprise.get(owner, ITEMS + "/" + Work.id(one))))
                .filter(one -> one.path("originReference").asString("").startsWith("risk-measure/" + risk + "/"))
                .toList();
    }

    private static List<String> types(EventProbe probe, JsonNode item) {
        return probe.drain().stream()
                .filter(event -> event.key().equals(Work.id(item)))
                .map(SeenEvent::type)
                .map(type -> type.replace("keshi.workflow.work-item-", "").replace(".v1", ""))
                .toList();
    }
}
