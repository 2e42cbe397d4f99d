package dev.keshi.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.performance.RatingReminderGivenV1;
import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.inbox.Category;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.SettleTarget;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Name;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Subject;
import dev.keshi.notification.inbox.Template;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WarningNewsTest {

    private static final Instant NOW = Instant.parse("2026-04-09T08:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-04-10");
    private static final Subject.Target TARGET = new Subject.Target("risk", "warnings", "w-1", null);

    @Test
    void whoAnswersForTheIndicatorIsToldAlsoWhenThatPersonReportedTheFigure() {
        var raised = new WarningRaisedV1(
                "w-1", "i-1", "r-1", "d-1", "tom", "交货延误率", "Late deliveries", "%", "ABOVE", "10", DAY, "11");

        assertThat(told(WarningNews.ofRaising(event(raised)))).singleElement().satisfies(notice -> {
            assertThat(notice.recipientId()).isEqualTo("tom");
            assertThat(notice.template().category()).isEqualTo(Category.TASK);
            assertThat(notice.unread()).isTrue();
            assertThat(notice.subject())
                    .isEqualTo(new Subject.OfTarget(
                            new Name("交货延误率", "Late deliveries"),
                            null,
                            new Subject.Target("risk", "warnings", "w-1", "r-1")));
        });
    }

    @Test
    void theManagerAboveIsToldWhoseItIsAndTheOwnerWhoKnowsNow() {
        var told = told(WarningNews.ofEscalation(event(escalated("ann", "tom", "交货延误率"))));

        assertThat(told)
                .extracting(notice -> notice.recipientId() + " " + notice.template() + " " + notice.personId())
                .containsExactly("ann WARNING_PASSED_UP tom", "tom WARNING_ESCALATED ann");
        assertThat(told.getFirst().id())
                .isEqualTo(told(WarningNews.ofRaising(event(new WarningRaisedV1(
                                "w-1", "i-1", "r-1", "d-1", "ann", "n", null, "%", "ABOVE", "10", DAY, null))))
                        .getFirst()
                        .id())
                .isNotEqualTo(told.getLast().id());
    }

    @Test
    void whoeverIsBothIsToldOnceAndAnEventWithoutANameIsToldAllTheSame() {
        assertThat(told(WarningNews.ofEscalation(event(escalated("ann", "ann", null)))))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.template()).isEqualTo(Template.WARNING_ESCALATED);
                    assertThat(notice.subject())
                            .isInstanceOfSatisfying(
                                    Subject.OfTarget.class,
                                    subject -> assertThat(subject.title()).isEqualTo(new Name("", null)));
                });
    }

    @Test
    void whoTakesNoteOrTheEndOfItSettlesItForAll() {
        assertThat(WarningNews.ofAcknowledgement(event(new WarningAcknowledgedV1("w-1", "d-1", "ann", "tom"))))
                .containsExactly(new SettleTarget(TARGET, new Settlement(Reason.ACKNOWLEDGED, "tom", NOW)));
        assertThat(WarningNews.ofClosing(event(new WarningClosedV1("w-1", "i-1", "r-1", "d-1", "ann"))))
                .containsExactly(new SettleTarget(TARGET, new Settlement(Reason.OVER, null, NOW)));
    }

    @Test
    void aReminderToRateNamesTheCycleAndTheDayAndNobody() {
        assertThat(told(RatingNews.ofReminder(event(new RatingReminderGivenV1("rr-1", "c-1", "第一季度", "ann", DAY)))))
                .singleElement()
                .satisfies(notice -> {
                    assertThat(notice.template().category()).isEqualTo(Category.REMINDER);
                    assertThat(notice.recipientId()).isEqualTo("ann");
                    assertThat(notice.personId()).isNull();
                    assertThat(notice.subject())
                            .isEqualTo(new Subject.OfTarget(
                                    new Name("第一季度", null),
                                    DAY,
                                    new Subject.Target("performance", "cycles", "c-1", null)));
                });
    }

    private static WarningEscalatedV1 escalated(String owner, String to, @Nullable String name) {
        return new WarningEscalatedV1("w-1", "i-1", "r-1", "d-1", owner, to, name, null);
    }

    private static List<Notice> told(List<InboxChange> changes) {
        return changes.stream()
                .filter(Tell.class::isInstance)
                .map(change -> ((Tell) change).notice())
                .toList();
    }

    private static <E extends PublishedEvent> ReceivedEvent<E> event(E data) {
        var contract = EventCatalogue.describe(data.getClass());
        return new ReceivedEvent<>(
                "e-1",
                contract.type(),
                contract.topic(),
                contract.aggregate(),
                "k",
                1,
                1,
                NOW,
                "tom",
                null,
                data,
                new byte[0]);
    }
}
