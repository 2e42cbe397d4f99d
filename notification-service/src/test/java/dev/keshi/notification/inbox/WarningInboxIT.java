package dev.keshi.notification.inbox;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.performance.RatingReminderGivenV1;
import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.notification.Reader;
import dev.keshi.notification.RunningService;
import dev.keshi.notification.Wire;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Warnings, and reminders to rate, in people's inboxes, on a real store and broker. */
@RunningService
class WarningInboxIT {

    private static final LocalDate DAY = LocalDate.parse("2099-04-10");

    @LocalServerPort
    private int port;

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String warning = "w-" + run;
    private Wire wire;
    private Reader ann;
    private Reader tom;

    @BeforeEach
    void connect(RealKafka kafka) {
        wire = new Wire(kafka.bootstrap());
        ann = Reader.of(port, "ann-" + run);
        tom = Reader.of(port, "tom-" + run);
    }

    @AfterEach
    void disconnect() {
        wire.close();
    }

    @Test
    void aWarningWaitsForItsOwnerThenForTheManagerTooUntilOneTakesNote() {
        happens(raised());
        eventually(() -> assertThat(texts(ann)).containsExactly("您负责的风险指标“交货延误率”已越过阈值并发出预警，请确认知悉。"));
        var subject = ann.speaking("en").inbox().getFirst().get("subject");
        assertThat(subject.get("title").asString()).isEqualTo("Late deliveries");
        assertThat(subject.get("target").get("id").asString()).isEqualTo(warning);
        assertThat(subject.get("target").get("resource").asString()).isEqualTo("warnings");
        assertThat(tom.inbox()).isEmpty();

        happens(escalated());
        eventually(() -> assertThat(texts(tom)).containsExactly("风险指标“交货延误率”的预警未按时确认（负责人：某位同事），现上报给您，请确认知悉。"));
        eventually(() -> assertThat(templates(ann.items("?waiting=true"))).containsExactly("warning-passed-up"));
        assertThat(tom.speaking("en").inbox().getFirst().get("title").asString())
                .isEqualTo("Warning passed up to you: Late deliveries");
        assertThat(tom.unread()).isOne();

        happens(new WarningAcknowledgedV1(warning, "d-1", ann.id(), tom.id()));
        eventually(() -> assertThat(ann.items("?waiting=true")).isEmpty());
        eventually(() -> assertThat(tom.items("?waiting=true")).isEmpty());
        assertThat(settled(ann)).isEqualTo("已由某位同事确认知悉，您无需再确认。");
        assertThat(settled(tom)).isEqualTo("您已确认知悉。");
        assertThat(ann.unread() + tom.unread()).isZero();

        happens(closed());
        // What comes behind it shows that the end was heard; what was settled stays as it was said.
        var eve = Reader.of(port, "eve-" + run);
        happens(new WarningEscalatedV1(warning, "i-1", "r-1", "d-1", ann.id(), eve.id(), null, null));
        eventually(() -> assertThat(templates(eve.inbox())).containsExactly("warning-escalated"));
        assertThat(settled(tom)).isEqualTo("您已确认知悉。");
    }

    @Test
    void aWarningThatIsClosedWaitsForNobodyAndComesToTheSameWhenItIsToldAgain() {
        var all = List.of(happens(raised()), happens(escalated()), happens(closed()));
        eventually(() -> assertThat(settled(tom)).isEqualTo("此事已办结或已变更，无需再办。"));
        eventually(() -> assertThat(settled(ann)).isEqualTo("此事已办结或已变更，无需再办。"));
        var before = List.of(ann.inbox(), tom.inbox());

        all.forEach(wire::again);
        happens(new WarningRaisedV1("n-" + run, "i", "r", "d", ann.id(), "退货率", null, "%", "ABOVE", "1", DAY, "2"));
        eventually(() -> assertThat(ann.inbox()).hasSize(2));

        assertThat(List.of(ann.inbox().subList(1, 2), tom.inbox())).isEqualTo(before);
    }

    @Test
    void aReminderToRateSaysByWhichDayAndIsReadAndNothingMore() {
        var reminder = happens(new RatingReminderGivenV1("rr-" + run, "c-" + run, "2099 年第一季度", ann.id(), DAY));
        eventually(() -> assertThat(texts(ann)).containsExactly("“2099 年第一季度”的评价请于2099-04-10前（含当日）完成；已全部完成的无需处理。"));
        var item = ann.speaking("en").items("?category=REMINDER").getFirst();
        assertThat(item.get("text").asString())
                .isEqualTo("Ratings in “2099 年第一季度” are wanted by 2099-04-10. Whoever has given all of them need do"
                        + " nothing.");
        assertThat(item.get("subject").get("target").get("id").asString()).isEqualTo("c-" + run);
        assertThat(item.get("subject").get("dueDate").asString()).isEqualTo("2099-04-10");
        assertThat(item.hasNonNull("person")).isFalse();
        assertThat(ann.items("?waiting=true")).isEmpty();
        assertThat(ann.post("/" + item.get("id").asString() + "/read", "If-Match", "\"" + item.get("revision") + "\"")
                        .statusCode())
                .isEqualTo(200);

        wire.again(reminder);
        happens(raised());
        eventually(() -> assertThat(ann.inbox()).hasSize(2));
        assertThat(ann.unread()).isOne();
        assertThat(ann.items("?category=REMINDER").getFirst().get("unread").asBoolean())
                .isFalse();
    }

    private PublishedEvent raised() {
        return new WarningRaisedV1(
                warning, "i-1", "r-1", "d-1", ann.id(), "交货延误率", "Late deliveries", "%", "ABOVE", "10", DAY, "11");
    }

    private PublishedEvent escalated() {
        return new WarningEscalatedV1(warning, "i-1", "r-1", "d-1", ann.id(), tom.id(), "交货延误率", "Late deliveries");
    }

    private PublishedEvent closed() {
        return new WarningClosedV1(warning, "i-1", "r-1", "d-1", ann.id());
    }

    private ProducerRecord<String, byte[]> happens(PublishedEvent event) {
        return wire.happens(event, "system");
    }

    private static String settled(Reader reader) {
        return reader.inbox().getLast().path("settled").path("text").asString("");
    }

    private static List<String> texts(Reader reader) {
        return reader.inbox().stream().map(item -> item.get("text").asString()).toList();
    }

    private static List<String> templates(List<JsonNode> items) {
        return items.stream().map(item -> item.get("template").asString()).toList();
    }
}
