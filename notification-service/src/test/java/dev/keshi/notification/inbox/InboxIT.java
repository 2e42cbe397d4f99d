package dev.keshi.notification.inbox;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.notification.Approval;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.Wire;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

@RunningService
class InboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private Wire wire;
    private Reader ann;
    private Reader tom;
    private Reader rita;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
        tom = Reader.of(port, "tom-" + run);
        rita = Reader.of(port, "rita-" + run);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void aLeaveRequestThroughTwoStepsLeavesExactlyTheNotificationsItShould() {
        var leave = Approval.of(ann.id());
        wire.happens(leave.assigned("manager", tom.id()), ann.id());
        eventually(() -> assertThat(templates(tom)).containsExactly("task-assigned"));
        assertThat(tom.unread()).isEqualTo(1);
        assertThat(ann.inbox()).isEmpty();

        wire.happens(leave.decided("manager", "APPROVED", tom.id()), tom.id());
        wire.happens(leave.assigned("deputy", rita.id()), tom.id());
        wire.happens(leave.decided("deputy", "APPROVED", rita.id()), rita.id());
        wire.happens(leave.ended("APPROVED", "deputy"), rita.id());

        eventually(() -> assertThat(templates(ann)).containsExactly("request-approved", "step-approved"));
        eventually(() -> assertThat(settled(rita)).containsExactly("DECIDED"));
        assertThat(settled(tom)).containsExactly("DECIDED");
        assertThat(templates(tom)).containsExactly("task-assigned");
        assertThat(templates(rita)).containsExactly("task-assigned");
        assertThat(List.of(tom.unread(), rita.unread(), ann.unread())).containsExactly(0L, 0L, 2L);
    }

    @Test
    void repeatedAndLateEventsChangeNothing() {
        var sent = new ArrayList<ProducerRecord<String, byte[]>>();
        var purchase = Approval.of(ann.id());
        sent.add(wire.happens(purchase.offered("desk", tom.id(), rita.id()), ann.id()));
        sent.add(wire.happens(purchase.claimed("desk", tom.id()), tom.id()));
        sent.add(wire.happens(purchase.released("desk", tom.id(), tom.id(), rita.id()), tom.id()));
        sent.add(wire.happens(purchase.claimed("desk", rita.id()), rita.id()));
        eventually(() -> assertThat(settled(tom)).containsExactly("CLAIMED"));
        var before = List.of(strip(tom.inbox()), strip(rita.inbox()));

        sent.forEach(wire::again);
        Collections.reverse(sent);
        sent.forEach(wire::again);
        var neighbour = Approval.of(ann.id());
        fence(neighbour);

        assertThat(strip(rita.inbox())).isEqualTo(before.get(1));
        assertThat(strip(tom.inbox())).isEqualTo(before.get(0));
        assertThat(rita.items("?waiting=true")).hasSize(1);
    }

    @Test
    void whateverHappensToATaskItWaitsForEachPersonAtMostOnce() {
        var random = new Random(7);
        var people = List.of(tom, rita, Reader.of(port, "max-" + run));
        var ids = people.stream().map(Reader::id).toArray(String[]::new);
        var task = Approval.of(ann.id());
        wire.happens(task.offered("desk", ids), ann.id());
        String holder = null;
        for (int step = 0; step < 40; step++) {
            var some = ids[random.nextInt(ids.length)];
            if (holder == null) {
                wire.happens(task.claimed("desk", some), some);
                holder = some;
            } else if (random.nextBoolean()) {
                wire.happens(task.released("desk", holder, ids), holder);
                holder = null;
            } else {
                wire.happens(task.reassigned("desk", some, "admin-" + run), "admin-" + run);
                holder = some;
            }
        }
        wire.happens(task.reassigned("desk", ids[0], ids[0]), ids[0]);

        eventually(() -> assertThat(people.getFirst().items("?waiting=true")).hasSize(1));
        eventually(() -> assertThat(people.getLast().items("?waiting=true")).isEmpty());
        eventually(() -> assertThat(rita.items("?waiting=true")).isEmpty());
        for (var person : people) {
            eventually(() -> assertThat(person.inbox()).hasSize(1));
        }
    }

    @Test
    void readingIsACommandWithARevisionAndTellsOthersOnce(RealKafka kafka) {
        var id = one(tom);
        var found = tom.get("/" + id);
        var revision = found.headers().firstValue("ETag").orElseThrow();

        assertThat(tom.post("/" + id + "/read").statusCode()).isEqualTo(428);
        assertThat(tom.post("/" + id + "/read", "If-Match", "\"99\"").statusCode())
                .isEqualTo(412);
        var read = tom.post("/" + id + "/read", "If-Match", revision, "Idempotency-Key", "k-" + run);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(Reader.json(read).get("unread").asBoolean()).isFalse();
        var again = tom.post("/" + id + "/read", "If-Match", revision, "Idempotency-Key", "k-" + run);
        assertThat(again.body()).isEqualTo(read.body());
        var fresh = read.headers().firstValue("ETag").orElseThrow();
        assertThat(tom.post("/" + id + "/acknowledge", "If-Match", fresh).statusCode())
                .isEqualTo(200);

        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.NOTIFICATION)) {
            var events = probe.await(2, event -> event.key().equals(id), PATIENCE);
            assertThat(events)
                    .extracting(event -> event.type() + " " + event.sequence())
                    .containsExactly(
                            "keshi.notification.notification-read.v1 1",
                            "keshi.notification.notification-acknowledged.v1 2");
        }
        assertThat(tom.unread()).isZero();
    }

    @Test
    void anothersNotificationIsNotThere() {
        var id = one(tom);

        assertThat(rita.get("/" + id).statusCode()).isEqualTo(404);
        assertThat(rita.post("/" + id + "/read", "If-Match", "\"1\"").statusCode())
                .isEqualTo(404);
        assertThat(rita.post("/" + id + "/read", "If-Match", "\"99\"").statusCode())
                .isEqualTo(404);
        assertThat(rita.post("/" + id + "/acknowledge", "If-Match", "\"1\"").statusCode())
                .isEqualTo(404);
        assertThat(rita.get("/" + id + "-no").statusCode()).isEqualTo(404);
        assertThat(rita.inbox()).isEmpty();
        assertThat(tom.inbox()).hasSize(1);
        assertThat(tom.unread()).isEqualTo(1);
    }

    @Test
    void allAreReadInBoundedParts() {
        var leave = Approval.of(ann.id());
        for (int number = 0; number < 130; number++) {
            wire.happens(leave.commented(ann.id(), tom.id()), ann.id());
        }
        eventually(() -> assertThat(tom.unread()).isEqualTo(130));

        assertThat(Reader.json(tom.post("/read-all")).toString()).isEqualTo("{\"read\":100,\"left\":30}");
        assertThat(Reader.json(tom.post("/read-all")).get("left").asInt()).isZero();
        assertThat(Reader.json(tom.post("/read-all")).get("read").asInt()).isZero();
    }

    @Test
    void listsArePagedAndFiltered() {
        var leave = Approval.of(ann.id());
        for (int number = 0; number < 7; number++) {
            wire.happens(leave.commented(rita.id(), tom.id()), rita.id());
        }
        one(tom);
        eventually(() -> assertThat(tom.inbox()).hasSize(8));

        var seen = new HashSet<String>();
        var pages = 0;
        var query = "?limit=3";
        while (query != null) {
            var page = Reader.json(tom.get(query));
            page.get("items").forEach(item -> seen.add(item.get("id").asString()));
            pages++;
            query = page.has("nextCursor") && !page.get("nextCursor").isNull()
                    ? "?limit=3&cursor=" + page.get("nextCursor").asString()
                    : null;
        }
        assertThat(seen).hasSize(8);
        assertThat(pages).isEqualTo(3);
        assertThat(tom.items("?category=COMMENT")).hasSize(7);
        assertThat(tom.items("?category=COMMENT,TASK&unread=true")).hasSize(8);
        assertThat(tom.items("?waiting=true")).hasSize(1);
        assertThat(tom.get("?category=NOTHING").statusCode()).isEqualTo(400);
        assertThat(tom.get("?category=,TASK"))
                .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(400))
                .satisfies(refused -> assertThat(refused.body()).contains("\"parameter\":\"category\""));
        assertThat(tom.get("?limit=101").statusCode()).isEqualTo(400);
        assertThat(tom.get("?cursor=forged").statusCode()).isEqualTo(400);
    }

    @Test
    void textsAreInTheReadersLanguageAndNobodysNameIsStored() {
        var id = one(tom);

        assertThat(Reader.json(tom.get("/" + id)).get("text").asString())
                .isEqualTo("某位同事提交的“请假申请”（QJ-2026-000123）等待您处理：desk。");
        assertThat(Reader.json(tom.speaking("en-GB,en;q=0.8").get("/" + id))
                        .get("text")
                        .asString())
                .isEqualTo("The request “请假申请” (QJ-2026-000123) of a colleague waits for you: desk.");
    }

    @Test
    void finishedNotificationsExpireAndOthersStay() {
        var leave = Approval.of(ann.id());
        wire.happens(leave.assigned("desk", tom.id()), ann.id());
        wire.happens(leave.decided("desk", "REJECTED", tom.id()), tom.id());
        wire.happens(leave.ended("REJECTED", "desk"), tom.id());
        eventually(() -> assertThat(templates(ann)).containsExactly("request-rejected"));

        assertThat(state(tom).get("expiresAt")).isNotNull();
        assertThat(state(ann).get("expiresAt")).isNull();
        var outcome = ann.inbox().getFirst();
        ann.post("/" + outcome.get("id").asString() + "/read", "If-Match", "\"" + outcome.get("revision") + "\"");
        assertThat(state(ann).get("expiresAt")).isNotNull();
        assertThat(mongo.getCollection("inbox").listIndexes().into(new ArrayList<>()))
                .anySatisfy(index -> assertThat(index).containsEntry("expireAfterSeconds", 0));
    }

    private Document state(Reader reader) {
        return mongo.getCollection("inbox")
                .find(new Document("state.recipient", reader.id()))
                .first()
                .get("state", Document.class);
    }

    private String one(Reader reader) {
        wire.happens(Approval.of(ann.id()).assigned("desk", reader.id()), ann.id());
        eventually(() -> assertThat(reader.items("?waiting=true")).hasSize(1));
        return reader.items("?waiting=true").getFirst().get("id").asString();
    }

    /** Something of every partition got through: what was sent before has been handled. */
    private void fence(Approval ignored) {
        var fence = Reader.of(port, "fence-" + UUID.randomUUID());
        for (int number = 0; number < 60; number++) {
            wire.happens(Approval.of(ann.id()).assigned("fence", fence.id()), ann.id());
        }
        eventually(() -> assertThat(fence.unread()).isEqualTo(60));
    }

    private static List<String> templates(Reader reader) {
        return reader.inbox().stream()
                .map(item -> item.get("template").asString())
                .toList();
    }

    private static List<String> settled(Reader reader) {
        return reader.inbox().stream()
                .map(item -> item.get("settled"))
                .filter(settled -> settled != null && !settled.isNull())
                .map(settled -> settled.get("reason").asString())
                .toList();
    }

    private static List<Map.Entry<String, String>> strip(List<JsonNode> inbox) {
        return inbox.stream()
                .map(item -> Map.entry(item.get("id").asString(), item.toString()))
                .toList();
    }
}
