package dev.keshi.workflow.workplan.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.text.WrittenText;
import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.workitem.Priority;
import dev.keshi.workflow.workitem.Wording;
import dev.keshi.workflow.workplan.Frequency;
import dev.keshi.workflow.workplan.PlanContent;
import dev.keshi.workflow.workplan.Recurrence;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a plan.
 *
 * @param id of the entry that this is from now on; a new one has none
 * @param priority NORMAL unless given
 * @param frequency DAILY is from Monday to Friday
 * @param weekday of WEEKLY, and only of it
 * @param month of the quarter (1 to 3) for QUARTERLY, of the year for YEARLY, and only for them
 * @param dayOfMonth for MONTHLY, QUARTERLY and YEARLY; the last one of a month that does not have it
 * @param dueAfterDays how many days later the work is due; 0 unless given
 * @param ownerId who has to do it; or else {@code everybody}
 * @param everybody whether it is for all of the department, and of those below, who hold a position
 */
record PlannedEntry(
        @Nullable @Size(min = 1, max = WorkPlanRequests.ID) String id,

        @NotNull @Size(min = 1, max = Wording.LONGEST_TITLE) @Pattern(regexp = WrittenText.ONE_LINE)
        String title,

        @Nullable @Size(max = Wording.LONGEST_DESCRIPTION) @Pattern(regexp = WrittenText.LINES_OR_NOTHING)
        String description,

        @Nullable Priority priority,
        @NotNull Frequency frequency,
        @Nullable DayOfWeek weekday,

        @Nullable @Min(1) @Max(Recurrence.MONTHS_OF_YEAR) Integer month,

        @Nullable @Min(1) @Max(Recurrence.LAST_DAY) Integer dayOfMonth,

        @Nullable @Min(0) @Max(PlanContent.MOST_DAYS_TO_DO_IT)
        Integer dueAfterDays,

        @Nullable @Size(min = 1, max = WorkPlanRequests.ID) String ownerId,
        @Nullable Boolean everybody) {

    private static final String SCHEDULE = "work-plan-entry-schedule";
    private static final String OWNER = "work-plan-entry-owner";

    /** What is missing, or stands where it means nothing. @param at pointer to the entry */
    List<Finding> findings(String at) {
        var findings = new ArrayList<Finding>();
        if ((weekday != null) != (frequency == Frequency.WEEKLY)) {
            findings.add(Finding.at(at + "/weekday", SCHEDULE));
        }
        boolean ofMonth = frequency != Frequency.DAILY && frequency != Frequency.WEEKLY;
        if ((dayOfMonth != null) != ofMonth) {
            findings.add(Finding.at(at + "/dayOfMonth", SCHEDULE));
        }
        if (!monthFits()) {
            findings.add(Finding.at(at + "/month", SCHEDULE));
        }
        if ((ownerId != null) == Boolean.TRUE.equals(everybody)) {
            findings.add(Finding.at(at + "/ownerId", OWNER));
        }
        return findings;
    }

    private boolean monthFits() {
        return switch (frequency) {
            case DAILY, WEEKLY, MONTHLY -> month == null;
            case QUARTERLY -> month != null && month <= Recurrence.MONTHS_OF_QUARTER;
            case YEARLY -> month != null;
        };
    }

    PlanContent.Entry toEntry() {
        return new PlanContent.Entry(
                Optional.ofNullable(id),
                new PlanContent.Recurring(
                        new Wording(title, Optional.ofNullable(description).filter(words -> !words.isBlank())),
                        Objects.requireNonNullElse(priority, Priority.NORMAL),
                        recurrence(),
                        Objects.requireNonNullElse(dueAfterDays, 0),
                        Optional.ofNullable(ownerId).map(PersonId::new)));
    }

    private Recurrence recurrence() {
        return switch (frequency) {
            case DAILY -> new Recurrence.Daily();
            case WEEKLY -> new Recurrence.Weekly(Objects.requireNonNull(weekday));
            case MONTHLY -> new Recurrence.Monthly(Objects.requireNonNull(dayOfMonth));
            case QUARTERLY ->
                new Recurrence.Quarterly(Objects.requireNonNull(month), Objects.requireNonNull(dayOfMonth));
            case YEARLY -> new Recurrence.Yearly(Objects.requireNonNull(month), Objects.requireNonNull(dayOfMonth));
        };
    }
}
