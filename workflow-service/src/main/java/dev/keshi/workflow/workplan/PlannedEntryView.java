package dev.keshi.workflow.workplan;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.workflow.workitem.Priority;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a plan.
 *
 * @param id within the plan; an entry that is revised keeps it
 * @param weekday of weekly ones only
 * @param month of the quarter (1 to 3), or of the year
 * @param dayOfMonth the last one of a month that does not have it
 * @param dueAfterDays how many days later the work is due
 * @param everybody whether it is for all of the department, and of those below, who hold a position
 * @param ownerId who has to do it; absent when it is for everybody
 * @param ownerGone why its owner gets no work any more, as of today; absent while that is not so, and in the history
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlannedEntryView(
        String id,
        String title,
        @Nullable String description,
        Priority priority,
        Frequency frequency,
        @Nullable DayOfWeek weekday,
        @Nullable Integer month,
        @Nullable Integer dayOfMonth,
        int dueAfterDays,
        boolean everybody,
        @Nullable String ownerId,
        LeftOut.@Nullable Why ownerGone) {

    static PlannedEntryView of(WorkPlanDocument.Entry entry, LeftOut.@Nullable Why ownerGone) {
        return new PlannedEntryView(
                entry.id(),
                entry.title(),
                entry.description(),
                entry.priority(),
                entry.frequency(),
                entry.weekday(),
                entry.month(),
                entry.dayOfMonth(),
                entry.dueAfterDays(),
                entry.ownerId() == null,
                entry.ownerId(),
                ownerGone);
    }
}
