package dev.keshi.workflow.workplan;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.Priority;
import dev.keshi.workflow.workitem.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants a plan to say, completely.
 *
 * @param validFrom first day on which it gives work
 * @param validUntil last one; empty for a plan without an end
 * @param entries at most {@value #MOST_ENTRIES}, in the order in which people read them
 */
public record PlanContent(
        String name,
        Optional<String> nameEn,
        LocalDate validFrom,
        Optional<LocalDate> validUntil,
        List<Entry> entries) {

    public static final int LONGEST_NAME = 100;
    public static final int MOST_ENTRIES = 50;
    public static final int MOST_DAYS_TO_DO_IT = 365;

    /** Years. */
    private static final int EARLIEST = 1900;

    private static final int LATEST = 2200;

    public PlanContent {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException(entries.size() + " entries");
        }
    }

    /** @throws WorkPlanProblem when it ends before it begins, or a day lies in no century that anybody plans for */
    void requireDays() {
        requireDay("validFrom", validFrom);
        validUntil.ifPresent(until -> requireDay("validUntil", until));
        if (isOver(validFrom)) {
            throw new WorkPlanProblem.EndBeforeStart();
        }
    }

    void requireNotOver(LocalDate today) {
        if (isOver(today)) {
            throw new WorkPlanProblem.Over();
        }
    }

    /** Whether its last day lies before this one. */
    boolean isOver(LocalDate day) {
        return validUntil.filter(until -> until.isBefore(day)).isPresent();
    }

    private static void requireDay(String field, LocalDate day) {
        if (day.getYear() < EARLIEST || day.getYear() > LATEST) {
            throw new WorkPlanProblem.DayOutOfRange(field);
        }
    }

    /**
     * @param id of the entry of the plan that this is from now on; empty for a new one
     * @param recurring what it says
     */
    public record Entry(Optional<String> id, Recurring recurring) {}

    /**
     * Work that recurs.
     *
     * @param dueAfterDays how many days later it is due; 0 for the day itself
     * @param owner who has to do it; empty for everybody of the department, and of those below, who holds a position
     */
    public record Recurring(
            Wording wording, Priority priority, Recurrence recurrence, int dueAfterDays, Optional<PersonId> owner) {

        public Recurring {
            if (dueAfterDays < 0 || dueAfterDays > MOST_DAYS_TO_DO_IT) {
                throw new IllegalArgumentException("due after days: " + dueAfterDays);
            }
        }
    }
}
