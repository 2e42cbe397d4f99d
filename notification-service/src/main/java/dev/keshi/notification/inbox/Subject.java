package dev.keshi.notification.inbox;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a notification is about. */
public sealed interface Subject {

    /**
     * A request, or a task of it.
     *
     * @param taskId absent when it is about the whole request
     * @param step absent when it is about the whole request
     * @param initiatorId who asks; absent where the event does not say
     */
    record OfRequest(
            String instanceId,
            @Nullable String taskId,
            @Nullable Name step,
            String requestNumber,
            Name process,
            @Nullable String initiatorId)
            implements Subject {}

    /**
     * A work item.
     *
     * @param title what is to be done, in the words of whoever assigned it
     * @param dueDate day by which it is due
     */
    record OfWorkItem(String workItemId, String title, LocalDate dueDate) implements Subject {}
}
