package dev.keshi.performance.movement;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import com.mongodb.client.model.UpdateOptions;
import dev.keshi.contracts.workflow.WorkItemAssignedV1;
import dev.keshi.contracts.workflow.WorkItemBecameLateV1;
import dev.keshi.contracts.workflow.WorkItemCancelledV1;
import dev.keshi.contracts.workflow.WorkItemCompletedV1;
import dev.keshi.contracts.workflow.WorkItemDueDateChangedV1;
import dev.keshi.performance.Enterprise;
import dev.keshi.performance.RunningService;
import dev.keshi.performance.Wire;
import dev.keshi.performance.indicator.FactDelivery;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
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

/** Values that move are told, once, and because it rings: nobody looks for them. On a real store and broker. */
@RunningService
@TestPropertySource(properties = "keshi.consumer.follow-every=1h")
class MovementIT {

    private static final String TYPE = "keshi.performance.indicator-moved.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final LocalDate DUE = LocalDate.of(2020, 3, 30);

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private MovementService movement;

    private final String department = "yard-" + UUID.randomUUID();
    private final String person = "worker-" + UUID.randomUUID();
    private final String other = "other-" + UUID.randomUUID();
    private Wire wire;

    @BeforeEach
    void twoWorkersOfADepartment(RealKafka kafka) {
        enterprise.begin();
        enterprise.department(department, "workshop", "ben");
        enterprise.person(person, department, null, "2019-01-01");
        enterprise.person(other, department, null, "2019-01-01");
        wire = new Wire(kafka.bootstrap());
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void aValueThatMovesIsToldWithTheEventThatMovedIt(EventProbe probe) {
        var first = done(person, true);
        assertThatObject(own(probe, person, 1).getLast()).satisfies(moved -> {
            assertThat(moved.has("before")).isFalse();
            assertThat(moved.get("after").asString()).isEqualTo("100.00");
            assertThat(moved.get("causedBy").asString()).isEqualTo(Wire.id(first));
        });

        var late = done(person, false);

        assertThatObject(own(probe, person, 2).getLast()).satisfies(moved -> {
            assertThat(moved.get("before").asString()).isEqualTo("100.00");
            assertThat(moved.get("after").asString()).isEqualTo("50.00");
            assertThat(moved.get("target").asString()).isEqualTo("90");
            assertThat(moved.get("unit").asString()).isEqualTo("PERCENT");
            assertThat(moved.get("better").asString()).isEqualTo("MORE");
            assertThat(moved.get("firstDay").asString()).isEqualTo("2020-01-01");
            assertThat(moved.get("lastDay").asString()).isEqualTo("2020-03-31");
            assertThat(moved.get("departmentId").asString()).isEqualTo(department);
            assertThat(moved.get("causedBy").asString()).isEqualTo(Wire.id(late));
        });
    }

    @Test
    void theValueOfADepartmentIsTheMeanOfItsPeople(EventProbe probe) {
        done(person, true);
        own(probe, person, 1);
        done(other, false);

        eventually(() -> assertThatObject(departments(probe).getLast()).satisfies(moved -> {
            assertThat(moved.get("after").asString()).isEqualTo("50.00");
            assertThat(moved.get("people").asInt()).isEqualTo(2);
            assertThat(moved.has("personId")).isFalse();
        }));
    }

    /** 33.33 and 100.00 would be 66.66. */
    @Test
    void theMeanIsOfTheExactValuesAndRoundedOnce(EventProbe probe) {
        done(person, true);
        done(person, false);
        done(person, false);
        done(other, true);

        eventually(() -> assertThatObject(departments(probe).getLast()).satisfies(moved -> {
            assertThat(moved.get("people").asInt()).isEqualTo(2);
            assertThat(moved.get("after").asString()).isEqualTo("66.67");
        }));
    }

    @Test
    void whoeverMovesCountsInTheOtherDepartmentNoLonger(EventProbe probe) {
        done(person, true);
        done(other, false);
        eventually(() ->
                assertThat(departments(probe).getLast().get("people").asInt()).isEqualTo(2));
        mongo.getCollection("directory_people")
                .updateOne(new Document("_id", other), new Document("$set", new Document("departmentId", "bench")));

        done(other, false);
        done(other, true);

        eventually(() -> assertThatObject(departments(probe).getLast()).satisfies(moved -> {
            assertThat(moved.get("people").asInt()).isOne();
            assertThat(moved.get("after").asString()).isEqualTo("100.00");
        }));
    }

    @Test
    void whatIsTakenBackIsToldAsWell(EventProbe probe) {
        var item = assigned(person);
        wire.happens(new WorkItemBecameLateV1(item, "盘点", person, department, "ben", DUE), noon(DUE.plusDays(1)));
        assertThat(own(probe, person, 1).getLast().get("after").asString()).isEqualTo("0.00");

        wire.happens(new WorkItemCancelledV1(item, "盘点", person, department, "ben", "ben"), noon(DUE.plusDays(2)));

        assertThatObject(own(probe, person, 2).getLast()).satisfies(moved -> {
            assertThat(moved.get("before").asString()).isEqualTo("0.00");
            assertThat(moved.has("after")).isFalse();
        });
    }

    @Test
    void whatWasTakenBackAndHasGoneToSomebodyElseBeforeItIsToldMovesBoth(EventProbe probe) {
        var item = assigned(person);
        wire.happens(new WorkItemBecameLateV1(item, "盘点", person, department, "ben", DUE), noon(DUE.plusDays(1)));
        own(probe, person, 1);
        nobodyTells(Duration.ofMinutes(2));
        wire.happens(
                new WorkItemDueDateChangedV1(item, "盘点", other, department, "ben", DUE.plusDays(1), DUE, "ben"),
                noon(DUE.plusDays(2)));
        completed(item, other, true);
        eventually(() -> assertThat(mongo.getCollection("facts")
                        .countDocuments(
                                new Document("state.personId", other).append("moved", new Document("$exists", true))))
                .isEqualTo(2));
        assertThat(own(probe, person, 1)).hasSize(1);

        nobodyTells(Duration.ZERO);

        assertThat(own(probe, person, 2).getLast().has("after")).isFalse();
        assertThat(own(probe, other, 1).getLast().get("after").asString()).isEqualTo("100.00");
        eventually(() -> assertThat(mongo.getCollection("facts").countDocuments(new Document("takenFrom", person)))
                .isZero());
    }

    @Test
    void whatComesAgainOrIsLookedAtAgainIsToldOnce(EventProbe probe) {
        var told = done(person, true);
        own(probe, person, 1);
        wire.again(told);
        eventually(() -> assertThat(marked()).isZero());
        // As a replica leaves it that was killed before it took the marks away.
        mongo.getCollection("facts")
                .updateMany(
                        new Document("state.personId", person),
                        new Document("$set", new Document("moved", Wire.id(told))));
        movement.tell();
        movement.tell();
        done(other, true);
        own(probe, other, 1);

        assertThat(own(probe, person, 1)).hasSize(1);
        eventually(() -> assertThat(marked()).isZero());
    }

    @Test
    void twoReplicasAtTheSameTimeTellOnce(EventProbe probe) throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            done(person, i % 2 == 0);
        }
        var replica = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 50; i++) {
                movement.tell();
            }
        });
        for (int i = 0; i < 50; i++) {
            movement.tell();
        }
        replica.join();
        eventually(() -> assertThat(own(probe, person, 1).getLast().get("after").asString())
                .isEqualTo("50.00"));

        var all = own(probe, person, 1);
        assertThat(all.getFirst().has("before")).isFalse();
        for (int i = 1; i < all.size(); i++) {
            assertThat(all.get(i).get("before")).isEqualTo(all.get(i - 1).get("after"));
            assertThat(all.get(i).get("after")).isNotEqualTo(all.get(i).get("before"));
        }
    }

    @Test
    void whileFactsAreMadeAnewNothingIsToldOfAPartOfThem(EventProbe probe) {
        var rebuilds = mongo.getCollection("rebuilds");
        var rebuild = rebuildOfFacts();
        rebuilds.insertOne(rebuild);
        try {
            done(person, true);
            eventually(() -> assertThat(marked()).isEqualTo(2));

            assertThat(movement.tell()).isFalse();
            assertThat(marked()).isEqualTo(2);
            assertThat(mongo.getCollection("indicator_values").countDocuments(new Document("state.personId", person)))
                    .isZero();
        } finally {
            rebuilds.deleteOne(new Document("_id", rebuild.get("_id")));
        }

        assertThat(own(probe, person, 1).getLast().get("after").asString()).isEqualTo("100.00");
        eventually(() -> assertThat(marked()).isZero());
    }

    /** That another replica is at. */
    private static Document rebuildOfFacts() {
        return new Document("_id", UUID.randomUUID().toString())
                .append("version", 1L)
                .append(
                        "state",
                        new Document("subscription", FactDelivery.COLLECTION)
                                .append("status", "REPLAYING")
                                .append("active", true)
                                .append("round", 1)
                                .append("requests", List.of())
                                .append("startedAt", new Date()))
                .append(
                        "lease",
                        new Document("holder", "another")
                                .append("until", Date.from(Instant.now().plus(Duration.ofHours(1))))
                                .append("token", 1L));
    }

    private long marked() {
        return mongo.getCollection("facts")
                .countDocuments(new Document("state.personId", person).append("moved", new Document("$exists", true)));
    }

    /** Of work on time, so many at least. */
    private static List<JsonNode> own(EventProbe probe, String of, int count) {
        probe.drain();
        return probe
                .await(count, event -> isOnTime(event) && event.json().contains("\"personId\":\"" + of), PATIENCE)
                .stream()
                .map(MovementIT::json)
                .toList();
    }

    private List<JsonNode> departments(EventProbe probe) {
        probe.drain();
        return probe
                .await(
                        1,
                        event -> isOnTime(event)
                                && !event.json().contains("personId")
                                && event.json().contains(department),
                        PATIENCE)
                .stream()
                .map(MovementIT::json)
                .toList();
    }

    private static boolean isOnTime(SeenEvent event) {
        return event.type().equals(TYPE) && event.json().contains("tasks-on-time");
    }

    private static JsonNode json(SeenEvent event) {
        return JsonMapper.shared().readTree(event.json());
    }

    private String assigned(String owner) {
        var item = UUID.randomUUID().toString();
        wire.happens(
                new WorkItemAssignedV1(item, "盘点", owner, department, "ben", "PERSON", null, DUE, "NORMAL"),
                noon(DUE.minusDays(9)));
        return item;
    }

    /** As if another replica did it. */
    private void nobodyTells(Duration time) {
        mongo.getCollection("movement")
                .updateOne(
                        new Document("_id", "movement"),
                        new Document(
                                "$set",
                                new Document("lease.holder", "somebody")
                                        .append(
                                                "lease.until",
                                                Date.from(Instant.now().plus(time)))),
                        new UpdateOptions().upsert(true));
    }

    private ProducerRecord<String, byte[]> done(String owner, boolean onTime) {
        return completed(assigned(owner), owner, onTime);
    }

    private ProducerRecord<String, byte[]> completed(String item, String owner, boolean onTime) {
        var at = noon(onTime ? DUE : DUE.plusDays(1));
        return wire.happens(
                new WorkItemCompletedV1(
                        item,
                        "盘点",
                        owner,
                        department,
                        "ben",
                        "PERSON",
                        null,
                        "NORMAL",
                        DUE,
                        DUE,
                        noon(DUE.minusDays(9)),
                        at,
                        at,
                        onTime,
                        0,
                        Duration.between(noon(DUE.minusDays(9)), at).toSeconds(),
                        "ben"),
                at);
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.ofHours(8));
    }
}
