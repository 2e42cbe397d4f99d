package dev.keshi.notification.obligation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that the reader has to do, in the reader's language.
 *
 * @param text what is to be done, in a few words
 * @param title what it is about, in the words of whoever gave it; absent where the kind says all
 * @param personId with whom or about whom it is done; absent where it is nobody else
 * @param dueOn absent where there is no due date
 * @param overdue whether the due date has passed, by the enterprise's calendar
 * @param since from when it has waited for the reader
 */
public record ObligationView(
        String id,
        ObligationKind kind,
        String text,
        @Nullable String title,
        @Nullable String personId,
        @Nullable LocalDate dueOn,
        boolean overdue,
        Instant since,
        TargetView target) {

    /**
     * Where it is done.
     *
     * @param service as in addresses: {@code workflow}
     * @param resource what it is called there: {@code tasks}
     * @param parentId what it is part of: the request of a task, the risk of a measure, the round of an answer, the cycle of an
     *     appraisal and of the interview on it, the open assessment of a risk, the code of a course
     */
    public record TargetView(
            String service,
            String resource,
            String id,
            @Nullable String parentId) {}
}
