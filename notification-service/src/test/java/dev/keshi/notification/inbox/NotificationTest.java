package dev.keshi.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final NotificationId ID = new NotificationId("n-1");
    private static final NotificationEvent READ = new NotificationEvent.Read(ID, "tom", NOON, "e-1");
    private static final NotificationEvent READ_LATER = new NotificationEvent.Read(ID, "tom", LATER, "e-1");
    private static final NotificationEvent ACKNOWLEDGED = new NotificationEvent.Acknowledged(ID, "tom", NOON, "e-1");
    private static final NotificationEvent ACKNOWLEDGED_LATER =
            new NotificationEvent.Acknowledged(ID, "tom", LATER, "e-1");

    @Test
    void readingIsAFactOnce() {
        var once = Notification.of(notice(Template.REQUEST_APPROVED)).read(NOON);
        var twice = once.after().read(LATER);

        assertThat(once.events()).containsExactly(READ);
        assertThat(once.after().unread()).isFalse();
        assertThat(twice.events()).isEmpty();
        assertThat(twice.after().readAt()).isEqualTo(NOON);
    }

    @Test
    void whoeverAcknowledgesHasRead() {
        var acknowledged = Notification.of(notice(Template.TASK_ASSIGNED)).acknowledge(NOON);

        assertThat(acknowledged.events()).containsExactly(READ, ACKNOWLEDGED);
        assertThat(acknowledged.after().acknowledge(LATER).events()).isEmpty();
        assertThat(acknowledged.after().read(LATER).events()).isEmpty();
    }

    @Test
    void whatWasReadIsAcknowledgedWithoutBeingReadAgain() {
        var read = Notification.of(notice(Template.TASK_ASSIGNED)).read(NOON).after();

        assertThat(read.acknowledge(LATER).events()).containsExactly(ACKNOWLEDGED_LATER);
        assertThat(read.acknowledge(LATER).after().readAt()).isEqualTo(NOON);
    }

    @Test
    void whatWasSettledUnreadCanStillBeRead() {
        var settled = new Notification(
                notice(Template.TASK_ASSIGNED),
                false,
                null,
                null,
                new Settlement(Settlement.Reason.DECIDED, "rita", NOON));

        assertThat(settled.read(LATER).events()).containsExactly(READ_LATER);
    }

    @Test
    void aTaskIsFinishedWhenItIsSettledAndOtherNewsWhenItWasRead() {
        var task = Notification.of(notice(Template.TASK_ASSIGNED));
        var settled = new Notification(
                task.notice(), false, null, null, new Settlement(Settlement.Reason.DECIDED, "rita", NOON));
        var outcome = Notification.of(notice(Template.REQUEST_APPROVED));

        assertThat(task.read(NOON).after().finishedAt()).isEmpty();
        assertThat(settled.finishedAt()).contains(NOON);
        assertThat(outcome.finishedAt()).isEmpty();
        assertThat(outcome.read(LATER).after().finishedAt()).contains(LATER);
    }

    @Test
    void whatIsOfUseForATimeOnlyIsFinishedFromTheBeginningReadOrNot() {
        var reminder = Notification.of(notice(Template.RATING_ENDS));

        assertThat(reminder.finishedAt()).contains(NOON);
        assertThat(reminder.read(LATER).after().finishedAt()).contains(NOON);
        assertThat(NotificationDocument.of(reminder, Duration.ofDays(180)).expiresAt())
                .isEqualTo(NOON.plus(Duration.ofDays(180)));
    }

    @Test
    void theStoreGivesBackWhatItWasGiven() {
        var notification = new Notification(
                notice(Template.TASK_GIVEN),
                false,
                NOON,
                LATER,
                new Settlement(Settlement.Reason.CLAIMED, "rita", LATER));

        var document = NotificationDocument.of(notification, Duration.ofDays(180));

        assertThat(document.toNotification("n-1"))
                .usingRecursiveComparison()
                .ignoringFields("notice.unread")
                .isEqualTo(notification);
        assertThat(document.expiresAt()).isEqualTo(LATER.plus(Duration.ofDays(180)));
        assertThat(document.unplaced()).isTrue();
    }

    @Test
    void aRetentionThatWouldLetNotificationsRiseAgainIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InboxProperties(Duration.ofDays(30)))
                .withMessageContaining("retention");
    }

    private static Notice notice(Template template) {
        var subject = new Subject.OfRequest(
                "i-1",
                "t-1",
                new Name("部门经理审批", "Approval by the department manager"),
                "QJ-1",
                new Name("请假申请", "Leave request"),
                "ann");
        return new Notice(ID, "tom", template, subject, "rita", NOON, "e-1", true);
    }
}
