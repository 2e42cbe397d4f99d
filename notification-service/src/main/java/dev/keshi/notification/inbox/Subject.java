package dev.keshi.notification.inbox;

import java.time.LocalDate;
import java.util.Optional;
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

    /**
     * Something with a due date, in whatever service.
     *
     * @param title in the words of whoever gave it; empty where it is not known
     */
    record OfObligation(String obligationId, Name title, LocalDate dueDate, Target target) implements Subject {}

    /**
     * A course that is to be taken, a session of it, or its certificate.
     *
     * @param day until which it is to be taken, or on which the certificate ends; absent for sessions
     */
    record OfCourse(String courseCode, @Nullable LocalDate day, Target target) implements Subject {

        public static final String SESSIONS = "sessions";

        /** Empty where it is not about a session. */
        Optional<String> sessionId() {
            return target.resource().equals(SESSIONS) ? Optional.of(target.id()) : Optional.empty();
        }
    }

    /**
     * Something with a name of its own, in whatever service: a cycle, a warning.
     *
     * @param title empty where it is not known
     * @param day until which there is time for it; absent where it has none
     */
    record OfTarget(Name title, @Nullable LocalDate day, Target target) implements Subject {}

    /**
     * Where something is done.
     *
     * @param service as in addresses: {@code risk}
     * @param resource what it is called there: {@code measures}
     * @param parentId what it is part of: the risk of a measure, the round of an answer, the course of a session
     */
    record Target(
            String service,
            String resource,
            String id,
            @Nullable String parentId) {}
}
