package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a work item.
 *
 * @param by absent when nobody did it: time passed, or an event led to it
 * @param text what was said about it: the reason, or a remark
 * @param owner who has to do the work, or to decide about it, from then on, where that changed
 * @param dueDate by when, where that changed
 * @param departmentId where the owner works from then on, where that changed
 */
public record HistoryEntry(
        What what,
        Instant at,
        @Nullable PersonId by,
        @Nullable String text,
        @Nullable PersonId owner,
        @Nullable LocalDate dueDate,
        @Nullable String departmentId) {

    HistoryEntry(
            What what,
            Instant at,
            @Nullable PersonId by,
            @Nullable String text,
            @Nullable PersonId owner,
            @Nullable LocalDate dueDate) {
        this(what, at, by, text, owner, dueDate, null);
    }

    /** What happened, in one word. */
    public enum What {
        ASSIGNED,
        DUE_DATE_CHANGED,
        TRANSFERRED,
        REPORTED,
        RETURNED,
        ACCEPTED,
        BECAME_LATE,
        OWNER_MOVED,
        HANDED_OVER,
        CANCELLED
    }
}
