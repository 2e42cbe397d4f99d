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
 * @param obligationId of what it reminds of; absent when it is no reminder, as all else of targets
 * @param courseCode of what it says of training; absent when it says nothing of it; what has a target and neither this nor an obligation is
 *     about something with a name of its own
 * @param toldBy id of the event that brought it, so that what is made anew knows which telling was read; absent in older ones
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
        @Nullable String obligationId,
        @Nullable String titleEn,
        @Nullable String targetService,
        @Nullable String targetResource,
        @Nullable String targetId,
        @Nullable String targetParentId,
        @Nullable String courseCode,
        @Nullable String personId,
        Instant occurredAt,
        @Nullable String toldBy,
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
        var duty = notice.subject() instanceof Subject.OfObligation about ? about : null;
        var course = notice.subject() instanceof Subject.OfCourse about ? about : null;
        var named = notice.subject() instanceof Subject.OfTarget about ? about : null;
        var title = duty != null ? duty.title() : named == null ? null : named.title();
        var target = target(notice.subject());
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
                title != null ? title.given() : work == null ? null : work.title(),
                dueDate(notice.subject()),
                duty == null ? null : duty.obligationId(),
                title == null ? null : title.english(),
                target == null ? null : target.service(),
                target == null ? null : target.resource(),
                target == null ? null : target.id(),
                target == null ? null : target.parentId(),
                course == null ? null : course.courseCode(),
                notice.personId(),
                notice.occurredAt(),
                notice.toldBy(),
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
        var notice = new Notice(
                new NotificationId(id), recipient, template, subject(), personId, occurredAt, toldBy, unread);
        var settlement =
                settledReason == null || settledAt == null ? null : new Settlement(settledReason, settledBy, settledAt);
        return new Notification(notice, unread, readAt, acknowledgedAt, settlement);
    }

    private Subject subject() {
        if (workItemId != null) {
            return new Subject.OfWorkItem(workItemId, there(workTitle), there(dueDate));
        }
        if (obligationId != null) {
            return new Subject.OfObligation(
                    obligationId, new Name(there(workTitle), titleEn), there(dueDate), target());
        }
        if (courseCode != null) {
            return new Subject.OfCourse(courseCode, dueDate, target());
        }
        if (targetId != null) {
            return new Subject.OfTarget(new Name(there(workTitle), titleEn), dueDate, target());
        }
        return new Subject.OfRequest(
                there(instanceId),
                taskId,
                stepName == null ? null : new Name(stepName, stepNameEn),
                there(requestNumber),
                new Name(there(processName), processNameEn),
                initiatorId);
    }

    private Subject.Target target() {
        return new Subject.Target(there(targetService), there(targetResource), there(targetId), targetParentId);
    }

    private static Subject.@Nullable Target target(Subject subject) {
        return switch (subject) {
            case Subject.OfRequest _, Subject.OfWorkItem _ -> null;
            case Subject.OfObligation duty -> duty.target();
            case Subject.OfCourse course -> course.target();
            case Subject.OfTarget named -> named.target();
        };
    }

    private static @Nullable LocalDate dueDate(Subject subject) {
        return switch (subject) {
            case Subject.OfRequest _ -> null;
            case Subject.OfWorkItem work -> work.dueDate();
            case Subject.OfObligation duty -> duty.dueDate();
            case Subject.OfCourse course -> course.day();
            case Subject.OfTarget named -> named.day();
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
