package dev.keshi.notification.inbox;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notification as its recipient reads it, in the recipient's language.
 *
 * @param template which sentence it is, for clients that have words of their own
 * @param title a few words
 * @param text one sentence
 * @param person who did it; absent when it does not matter who
 * @param unread whether it still asks for attention
 * @param settled absent while it waits for the recipient or reminds of something, and for what never does either
 * @param revision what {@code If-Match} names, in quotation marks
 */
public record NotificationView(
        String id,
        Category category,
        String template,
        String title,
        String text,
        SubjectView subject,
        @Nullable PersonView person,
        Instant occurredAt,
        boolean unread,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        @Nullable SettledView settled,
        long revision) {

    /**
     * Where to look for more, in workflow-service unless a target says otherwise; names are in the recipient's language when they have one.
     *
     * @param instanceId of a request; absent for work items, as all else of requests
     * @param workItemId of a work item; absent for requests, as its title and due date
     * @param obligationId of a reminder, which has title, due date and target as well
     * @param courseCode of what is told of training: the title is what the course is called, the due date until when it is to be taken or
     *     its certificate holds, the target the assignment, the session or the certificate
     */
    public record SubjectView(
            @Nullable String instanceId,
            @Nullable String taskId,
            @Nullable String stepName,
            @Nullable String requestNumber,
            @Nullable String processName,
            @Nullable PersonView initiator,
            @Nullable String workItemId,
            @Nullable String title,
            @Nullable LocalDate dueDate,
            @Nullable String obligationId,
            @Nullable TargetView target,
            @Nullable String courseCode) {}

    /** Where something is done: the service as in addresses, what it is called there, and what it is part of. */
    public record TargetView(
            String service,
            String resource,
            String id,
            @Nullable String parentId) {}

    /** @param name in the words of the language where it is not, or no longer, known */
    public record PersonView(String id, String name) {}

    /** @param text one sentence */
    public record SettledView(
            Settlement.Reason reason, @Nullable PersonView by, Instant at, String text) {}
}
