package dev.keshi.notification.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A notification in the store.
 *
 * @param instanceId of the request it is about; absent when it is about a work item, as all else of requests
 * @param workItemId of the work item it is about; absent when it is about a request, as all else of work items
 * @param unplaced true until the change has got its place in the recipient's stream, then absent
 * @param expiresAt from when MongoDB may remove it
 */
record NotificationDocument(
        String recipient,
        Category category,
        Template template,
        @Nullable String instanceId,
        @Nullable String taskId,
        @Nullable String stepName,
        @Nullable String stepNameEn,
        @Nullable String requestNumber,
        @Nullable String processName,
        @Nullable String processNameEn,
        @Nullable String initiatorId,
        @Nullable String workItemId,
        @Nullable String workTitle,
        @Nullable LocalDate dueDate,
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
        var request = notice.subject() instanceof Subject.OfRequest about ? about : null;
        var work = notice.subject() instanceof Subject.OfWorkItem about ? about : null;
        var step = request == null ? null : request.step();
        var settlement = notification.settlement();
        return new NotificationDocument(
                notice.recipientId(),
                notice.template().category(),
                notice.template(),
                request == null ? null : request.instanceId(),
                request == null ? null : request.taskId(),
                step == null ? null : step.given(),
                step == null ? null : step.english(),
                request == null ? null : request.requestNumber(),
                request == null ? null : request.process().given(),
                request == null ? null : request.process().english(),
                request == null ? null : request.initiatorId(),
                work == null ? null : work.workItemId(),
                work == null ? null : work.title(),
                work == null ? null : work.dueDate(),
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
        var notice = new Notice(new NotificationId(id), recipient, template, subject(), personId, occurredAt, unread);
        var settlement =
                settledReason == null || settledAt == null ? null : new Settlement(settledReason, settledBy, settledAt);
        return new Notification(notice, unread, readAt, acknowledgedAt, settlement);
    }

    private Subject subject() {
        if (workItemId != null) {
            return new Subject.OfWorkItem(workItemId, there(workTitle), there(dueDate));
        }
        return new Subject.OfRequest(
                there(instanceId),
                taskId,
                stepName == null ? null : new Name(stepName, stepNameEn),
                there(requestNumber),
                new Name(there(processName), processNameEn),
                initiatorId);
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
