package dev.keshi.workflow.workplan;

import java.time.LocalDate;

/**
 * That an entry of a plan has fallen on a day.
 *
 * @param reference {@code PLAN/ENTRY/PERIOD}
 */
record Occurrence(String entryId, PlanContent.Recurring recurring, LocalDate day, String period, String reference) {

    /** Work that is made up for is due on the day on which it is given, at the earliest: nobody could have done it before. */
    LocalDate dueDate(LocalDate givenOn) {
        var due = day.plusDays(recurring.dueAfterDays());
        return due.isBefore(givenOn) ? givenOn : due;
    }

    LeftOut leftOut(LeftOut.Why why) {
        return new LeftOut(entryId, recurring.wording().title(), period, day, why);
    }
}
