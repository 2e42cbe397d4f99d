package dev.keshi.workflow.workitem;

import static dev.keshi.workflow.workitem.Work.ITEMS;
import static dev.keshi.workflow.workitem.Work.TODAY;
import static dev.keshi.workflow.workitem.Work.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.DepartmentClosedV1;
import dev.keshi.contracts.org.DepartmentLeadershipChangedV1;
import dev.keshi.contracts.org.PersonSeparatedV1;
import dev.keshi.contracts.org.PersonTransferredV1;
import dev.keshi.messaging.Versioned;
import dev.keshi.test.Eventually;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import dev.keshi.workflow.Wire;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Mia works for Old and goes to the department of New; Ada assigns and leaves. Whatever the organisation tells, work that has not ended follows, because
 * it rings: nobody looks for news. On a real store and broker.
 */
@RunningService
@TestPropertySource(properties = "keshi.consumer.follow-every=1h")
class WorkFollowsPeopleIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> BODIES = Map.of(
            "report", "{}",
            "accept", "{}",
            "return", "{\"reason\":\"x\"}",
            "change-due-date", "{\"dueDate\":\"" + TODAY.plusDays(9) + "\",\"reason\":\"x\"}",
            "cancel", "{\"reason\":\"x\"}");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private OrganisationFollower follower;

    @Autowired
    private MongoWorkItems items;

    private final String unique = "-" + UUID.randomUUID();
    private final String mia = "mia" + unique;
    private final String ada = "ada" + unique;
    private final String old = "old" + unique;
    private final String next = "next" + unique;
    private final String top = "top" + unique;
    private final String above = "all" + unique;
    private final String from = "from" + unique;
    private final String to = "to" + unique;
    private Wire wire;
    private Work work;

    @BeforeEach
    void twoDepartments(RealKafka kafka) {
        enterprise.begin();
        wire = new Wire(kafka.bootstrap());
        work = new Work(enterprise);
        enterprise.department(above, null, top, List.of());
        enterprise.department(from, above, old, List.of());
        enterprise.department(to, above, next, List.of());
        enterprise.person(mia, from, "EMPLOYEE");
        enterprise.person(old, from, "EMPLOYEE");
        enterprise.person(next, to, "EMPLOYEE");
        enterprise.person(top, above, "EMPLOYEE");
        enterprise.person(ada, above, "EMPLOYEE");
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", mia), new Document("$set", new Document("reportsTo", ada)));
        List.of(mia, ada, old, next, top, from, to, above).forEach(key -> wire.standsAt(key, 1));
        Eventually.holds(() ->
                work.tryAssign(old, mia, "x", TODAY, "NORMAL").getResponse().getStatus() == 201
                        && work.tryAssign(next, next, "x", TODAY, "NORMAL")
                                        .getResponse()
                                        .getStatus()
                                == 201);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    /** Statuses of the old leader, who did not assign it, of the new one, and of the leader above both. */
    @Test
    void whenTheOwnerHasMovedTheNewLeaderDecides(EventProbe probe) {
        var expected = new LinkedHashMap<String, List<Integer>>();
        expected.put("see", List.of(404, 200, 200));
        expected.put("report", List.of(404, 403, 403));
        expected.put("accept", List.of(404, 200, 200));
        expected.put("return", List.of(404, 200, 200));
        expected.put("change-due-date", List.of(404, 200, 200));
        expected.put("cancel", List.of(404, 200, 200));
        var leaders = List.of(old, next, top);
        var given = new LinkedHashMap<String, List<JsonNode>>();
        expected.keySet()
                .forEach(operation -> given.put(
                        operation,
                        leaders.stream().map(_ -> assigned(operation)).toList()));
        var closed = assigned("closed");
        work.act(ada, closed, "cancel", BODIES.get("cancel"));

        var moved = happens(new PersonTransferredV1(mia, to, null, ada, TODAY));

        given.values().forEach(all -> all.forEach(item -> eventuallyIn(to, item)));
        expected.forEach((operation, statuses) -> {
            for (int leader = 0; leader < leaders.size(); leader++) {
                var item = given.get(operation).get(leader);
                assertThat(status(leaders.get(leader), item, operation))
                        .as("%s by leader %s", operation, leader)
                        .isEqualTo(statuses.get(leader));
            }
        });
        assertThat(work.find(mia, closed).get("departmentId").asString()).isEqualTo(from);

        var told = data(probe, "owner-moved", given.get("see").getFirst());
        assertThat(told.get("departmentId").asString()).isEqualTo(to);
        assertThat(told.get("previousDepartmentId").asString()).isEqualTo(from);
        var revision = revision(given.get("see").getFirst());
        wire.again(moved);
        // Whoever follows it again finds nothing to do.
        follower.follow();
        assertThat(revision(given.get("see").getFirst())).isEqualTo(revision);
    }

    @Test
    void whatSomebodyWhoLeftHasNotDoneWaitsForTheLeaderUntilItIsTransferred(EventProbe probe) {
        var item = assigned("open");
        happens(new PersonSeparatedV1(mia, TODAY));

        eventuallyWaitsFor(old, item, "WORK");
        var told = data(probe, "handed-over", item);
        assertThat(told.get("waitsForId").asString()).isEqualTo(old);
        assertThat(told.get("cause").asString()).isEqualTo("OWNER_LEFT");
        assertThat(told.get("ownerId").asString()).isEqualTo(mia);

        assertThat(work.find(old, item).get("leaderId").asString()).isEqualTo(old);
        var transferred = enterprise.post(
                old,
                ITEMS + "/" + id(item) + "/transfer",
                revision(item),
                "{\"ownerId\":\"%s\",\"reason\":\"x\"}".formatted(old));
        assertThat(transferred.getResponse().getStatus()).isEqualTo(200);
        assertThat(item(item).state().owner().person().value()).isEqualTo(old);
        assertThat(work.find(old, item).has("leaderId")).isFalse();
    }

    @Test
    void withWhatSomebodyWhoLeftHasNotDoneNobodyIsLate() {
        var item = assigned("late");
        happens(new PersonSeparatedV1(mia, TODAY));
        eventuallyWaitsFor(old, item, "WORK");

        var late = item(item).state().recordLate(noonIn(30));

        assertThat(late.events()).isEmpty();
    }

    @Test
    void workOfAnAssignerWhoLeftIsAcceptedByTheOwnersLeader(EventProbe probe) {
        var reported = assigned("reported");
        work.act(mia, reported, "report", "{}");
        var open = assigned("open");

        happens(new PersonSeparatedV1(ada, TODAY));
        eventuallyWaitsFor(old, reported, "ACCEPTANCE");
        Eventually.holds(() -> item(open).state().leavers().assigner());
        assertThat(item(open).state().waitsFor().orElseThrow().value()).isEqualTo(mia);
        work.act(mia, open, "report", "{}");
        eventuallyWaitsFor(old, open, "ACCEPTANCE");
        assertThat(data(probe, "handed-over", open).get("cause").asString()).isEqualTo("ASSIGNER_LEFT");

        // Another leader: the work goes on with whoever leads now.
        happens(new DepartmentLeadershipChangedV1(from, next, List.of(), TODAY));
        eventuallyWaitsFor(next, reported, "ACCEPTANCE");
        eventuallyWaitsFor(next, open, "ACCEPTANCE");
        Eventually.holds(() -> work.tryAct(next, open, "accept", "{}", revision(open))
                        .getResponse()
                        .getStatus()
                == 200);
    }

    @Test
    void whereTheLeaderLeavesTooTheOneAboveActs() {
        var item = assigned("open");
        happens(new PersonSeparatedV1(mia, TODAY));
        eventuallyWaitsFor(old, item, "WORK");

        happens(new PersonSeparatedV1(old, TODAY));

        eventuallyWaitsFor(top, item, "WORK");
    }

    @Test
    void whereTheDepartmentIsClosedWhoeverLeadsTheOneAboveActs() {
        var item = assigned("open");
        happens(new PersonSeparatedV1(mia, TODAY));
        eventuallyWaitsFor(old, item, "WORK");

        happens(new DepartmentClosedV1(from, null, TODAY, 9));
        eventuallyWaitsFor(top, item, "WORK");

        happens(new DepartmentLeadershipChangedV1(above, next, List.of(), TODAY));
        eventuallyWaitsFor(next, item, "WORK");
    }

    private JsonNode assigned(String operation) {
        var item = work.assign(ada, mia, "随人而动", TODAY.plusDays(1));
        if (operation.equals("accept") || operation.equals("return")) {
            work.act(mia, item, "report", "{}");
        }
        return item;
    }

    private int status(String person, JsonNode item, String operation) {
        return operation.equals("see")
                ? enterprise.get(person, ITEMS + "/" + id(item)).getResponse().getStatus()
                : work.tryAct(person, item, operation, BODIES.get(operation))
                        .getResponse()
                        .getStatus();
    }

    private ProducerRecord<String, byte[]> happens(PublishedEvent event) {
        return wire.happens(event, Instant.now());
    }

    private void eventuallyIn(String department, JsonNode item) {
        Eventually.holds(() -> department.equals(item(item).state().owner().departmentId()));
    }

    private void eventuallyWaitsFor(String person, JsonNode item, String kind) {
        Eventually.holds(() -> enterprise.pages(person, Work.LIST, 50).stream()
                .anyMatch(entry -> entry.get("kind").asString().equals(kind)
                        && entry.path("work").path("workItemId").equals(item.get("id"))));
    }

    private Versioned<WorkItem> item(JsonNode item) {
        return items.find(new WorkItemId(id(item))).orElseThrow();
    }

    private String revision(JsonNode item) {
        return Long.toString(item(item).version());
    }

    private static Moment noonIn(int days) {
        var day = TODAY.plusDays(days);
        return new Moment(day.atTime(12, 0).toInstant(ZoneOffset.UTC), day);
    }

    private static JsonNode data(EventProbe probe, String type, JsonNode item) {
        var told = probe.awaitOne("keshi.workflow.work-item-" + type + ".v1", id(item), PATIENCE);
        return JsonMapper.shared().readTree(told.json());
    }
}
