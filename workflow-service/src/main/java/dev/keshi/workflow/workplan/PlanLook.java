package dev.keshi.workflow.workplan;

import dev.keshi.directory.DirectoryPerson;
import dev.keshi.messaging.Versioned;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a sweep looks for among plans, to whom it gives that, and what it notes when it has. */
enum PlanLook {

    /** What has fallen since the plan was looked at last, for whoever is there now. */
    DUE("work-plans"),

    /** What was given already, for those who were there on its day but were not known then. */
    AGAIN("work-plans-again");

    private final String label;

    PlanLook(String label) {
        this.label = label;
    }

    /** For the log. */
    String label() {
        return label;
    }

    /** What is looked for again may wait. */
    Duration every() {
        return switch (this) {
            case DUE -> Duration.ZERO;
            case AGAIN -> Duration.ofMinutes(1);
        };
    }

    /** Since when a plan waits for this, as text. */
    String waitsSince(Versioned<WorkPlanDocument> plan) {
        var kept = plan.state();
        return switch (this) {
            case DUE -> Objects.toString(kept.nextOn());
            case AGAIN -> Objects.toString(kept.againAt());
        };
    }

    List<Occurrence> occurrences(WorkPlan plan, LocalDate day) {
        return switch (this) {
            case DUE -> plan.due(day);
            case AGAIN -> plan.again(day);
        };
    }

    /** Who came later than that day was not left out. */
    boolean isFor(DirectoryPerson person, Occurrence occurrence) {
        return switch (this) {
            case DUE -> true;
            case AGAIN -> person.isThereSince(occurrence.day());
        };
    }

    boolean isForAnybody(PlanStaff staff, Set<String> departments, Occurrence occurrence) {
        return switch (this) {
            case DUE -> !staff.everybody(departments, "", 1).isEmpty();
            case AGAIN -> staff.anybodySince(departments, occurrence.day());
        };
    }

    void note(WorkPlan plan, LocalDate day, List<LeftOut> leftOut, Stamp stamp) {
        switch (this) {
            case DUE -> plan.worked(day, leftOut, stamp);
            case AGAIN -> plan.workedAgain(day, leftOut, stamp);
        }
    }
}
