package dev.keshi.notification.inbox;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.Topics;
import dev.keshi.contracts.performance.RatingReminderGivenV1;
import dev.keshi.contracts.training.CertificateExpiringV1;
import dev.keshi.contracts.training.CertificateRevokedV1;
import dev.keshi.notification.Approval;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.Wire;
import dev.keshi.test.events.EventProbe;
import dev.keshi.test.events.SeenEvent;
import dev.keshi.test.infrastructure.RealKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * An inbox that is made anew hears the events of others first and then, at the end, what recipients did: it must come to the same, however
 * the two lay in time.
 */
@RunningService
class InboxMadeAnewIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private MongoTemplate mongo;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private RealKafka kafka;
    private Wire wire;
    private Reader ann;

    @BeforeEach
    void connect(RealKafka kafka) {
        this.kafka = kafka;
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void whatIsToldAnewByAnEventThatWasHeldUpIsUnreadHereAndThere() {
        var leave = Approval.of(ann.id());
        var decided = wire.record(leave.decided("manager", "APPROVED", "tom"), "tom");
        var ended = wire.record(leave.ended("APPROVED", "manager"), "tom");
        wire.again(decided);
        var id = read("step-approved");

        wire.again(ended);
        eventually(() -> assertThat(ann.unread()).isOne());

        madeAnew(id, List.of(decided, ended), 1);
        assertThat(ann.unread()).isOne();
    }

    @Test
    void whatWasReadAfterItWasToldAnewIsReadHereAndThere() {
        var leave = Approval.of(ann.id());
        var decided = wire.record(leave.decided("manager", "APPROVED", "tom"), "tom");
        var ended = wire.record(leave.ended("APPROVED", "manager"), "tom");
        wire.again(decided);
        var id = read("step-approved");
        wire.again(ended);
        eventually(() -> assertThat(ann.unread()).isOne());
        does("acknowledge");

        madeAnew(id, List.of(decided, ended), 3);
        assertThat(ann.unread()).isZero();
    }

    @Test
    void whatWasReadAndThenSettledIsGoneAtTheSameTime() {
        var certificate = "c-" + run;
        var day = LocalDate.parse("2099-04-10");
        var expiring = wire.happens(new CertificateExpiringV1(certificate, "T-1", ann.id(), day), "system");
        var id = read("certificate-expiring");
        var revoked = wire.happens(new CertificateRevokedV1(certificate, "T-1", ann.id()), "rita");
        eventually(
                () -> assertThat(ann.inbox().getFirst().hasNonNull("settled")).isTrue());

        madeAnew(id, List.of(expiring, revoked), 1);
    }

    @Test
    void aReminderToRateThatWasReadIsReadHereAndThere() {
        var day = LocalDate.parse("2099-04-10");
        var given = wire.happens(new RatingReminderGivenV1("rr-" + run, "c-1", "第一季度", ann.id(), day), "system");
        var id = read("rating-ends");

        madeAnew(id, List.of(given), 1);
        assertThat(ann.unread()).isZero();
    }

    @Test
    void aReminderToRateThatNobodyReadsGoesAtTheSameTimeHereAndThere() {
        var day = LocalDate.parse("2099-04-10");
        var given = wire.happens(new RatingReminderGivenV1("rr-" + run, "c-1", "第一季度", ann.id(), day), "system");
        eventually(() -> assertThat(ann.inbox()).hasSize(1));
        var id = ann.inbox().getFirst().get("id").asString();
        var state = inbox(id).get("state", Document.class);

        assertThat(state.getBoolean("unread")).isTrue();
        assertThat(state.getDate("expiresAt").toInstant())
                .isEqualTo(state.getDate("occurredAt").toInstant().plus(Duration.ofDays(180)));
        madeAnew(id, List.of(given), 0);

        does("read");
        assertThat(inbox(id).get("state", Document.class).getDate("expiresAt")).isEqualTo(state.getDate("expiresAt"));
    }

    private String read(String template) {
        eventually(() -> assertThat(ann.inbox())
                .extracting(item -> item.get("template").asString())
                .containsExactly(template));
        return does("read");
    }

    private String does(String what) {
        var item = ann.inbox().getFirst();
        var id = item.get("id").asString();
        assertThat(ann.post("/" + id + "/" + what, "If-Match", "\"" + item.get("revision") + "\"")
                        .statusCode())
                .isEqualTo(200);
        return id;
    }

    private void madeAnew(String id, List<ProducerRecord<String, byte[]>> told, int done) {
        List<SeenEvent> own;
        try (var probe = EventProbe.fromBeginning(kafka.bootstrap(), Topics.NOTIFICATION)) {
            own = probe.await(done, event -> event.key().equals(id), PATIENCE);
        }
        var before = inbox(id);
        mongo.getCollection("inbox").deleteOne(new Document("_id", id));

        told.forEach(wire::again);
        eventually(() -> assertThat(inbox(id).get("heard")).isEqualTo(before.get("heard")));
        own.forEach(event -> wire.again(record(event)));
        eventually(() -> assertThat(inbox(id).get("sequence")).isEqualTo(before.get("sequence")));
        for (var field : InboxDelivery.readModel()) {
            assertThat(inbox(id).getEmbedded(List.of(field.split("\\.")), Object.class))
                    .as(field)
                    .isEqualTo(before.getEmbedded(List.of(field.split("\\.")), Object.class));
        }
    }

    private Document inbox(String id) {
        return Objects.requireNonNullElseGet(
                mongo.getCollection("inbox").find(new Document("_id", id)).first(), Document::new);
    }

    private static ProducerRecord<String, byte[]> record(SeenEvent event) {
        var record =
                new ProducerRecord<>(event.topic(), event.key(), event.json().getBytes(StandardCharsets.UTF_8));
        event.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
