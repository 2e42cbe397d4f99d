package dev.keshi.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification in the store.
 *
 * @param unplaced true until the change has got its place in the recipient's stream, then absent
 * @param expiresAt from when MongoDB may remove it
 */
record NotificationDocument(
        String recipient,
        Category category,
        Template template,
        String instanceId,
        @Nullable String taskId,
        @Nullable String stepName,
        @Nullable String stepNameEn,
        String requestNumber,
        String processName,
        @Nullable String processNameEn,
        @Nullable String initiatorId,
        @Nullable String personId,
        Instant occurredAt,
        boolean unread,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        Settlement.@Nullable Reason settledReason,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        @Nullable Instant expiresAt,
        @Nullable Boolean unplaced) {

    static NotificationDocument of(Notification notification, Duration retention) {
        var notice = notification.notice();
        var subject = notice.subject();
        var step = subject.step();
        var settlement = notification.settlement();
        return new NotificationDocument(
                notice.recipientId(),
                notice.template().category(),
                notice.template(),
                subject.instanceId(),
                subject.taskId(),
                step == null ? null : step.given(),
                step == null ? null : step.english(),
                subject.requestNumber(),
                subject.process().given(),
                subject.process().english(),
                subject.initiatorId(),
                notice.personId(),
                notice.occurredAt(),
                notification.unread(),
                notification.readAt(),
                notification.acknowledgedAt(),
                settlement == null ? null : settlement.reason(),
                settlement == null ? null : settlement.by(),
                settlement == null ? null : settlement.at(),
                notification.finishedAt().map(at -> at.plus(retention)).orElse(null),
                true);
    }

    Notification toNotification(String id) {
        var subject = new Subject(
                instanceId,
                taskId,
                stepName == null ? null : new Name(stepName, stepNameEn),
                requestNumber,
                new Name(processName, processNameEn),
                initiatorId);
        var notice = new Notice(new NotificationId(id), recipient, template, subject, personId, occurredAt, unread);
        var settlement =
                settledReason == null || settledAt == null ? null : new Settlement(settledReason, settledBy, settledAt);
        return new Notification(notice, unread, readAt, acknowledgedAt, settlement);
    }
}
