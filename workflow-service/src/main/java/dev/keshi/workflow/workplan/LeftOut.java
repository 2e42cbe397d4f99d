package dev.keshi.workflow.workplan;

import java.time.LocalDate;

/**
 * Work that a plan has not given.
 *
 * @param entryId which entry of the plan
 * @param title as it was then
 * @param period which of its periods, for example {@code 2026-Q1}
 * @param day on which it would have been given
 */
public record LeftOut(String entryId, String title, String period, LocalDate day, Why why) {

    /** Why it was not given. */
    public enum Why {
        /** Its owner has left. */
        OWNER_LEFT,
        /** Its owner works neither in the department nor in one below. */
        OWNER_ELSEWHERE,
        /** Nobody there holds a position, or the department is closed. */
        NOBODY_THERE,
        /** The service was away for longer than it makes up for. */
        TOO_LONG_AGO
    }

    boolean isOf(Occurrence occurrence) {
        return entryId.equals(occurrence.entryId()) && period.equals(occurrence.period());
    }
}
