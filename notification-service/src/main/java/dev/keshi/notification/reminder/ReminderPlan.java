package dev.keshi.notification.reminder;

import dev.keshi.notification.obligation.WaitingObligation;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be reminded of today, and when to look again.
 *
 * @param now empty when nobody is reminded today
 * @param next empty when nobody will be, unless something changes
 */
record ReminderPlan(Optional<ReminderStage> now, Optional<LocalDate> next) {

    static final ReminderPlan NOTHING = new ReminderPlan(Optional.empty(), Optional.empty());

    /** Whoever has had it since today only, was told so today. */
    static ReminderPlan of(WaitingObligation obligation, LocalDate today) {
        var rule = rule(obligation);
        var due = obligation.dueOn();
        var eve = due.minusDays(1);
        if (today.isBefore(eve)) {
            return new ReminderPlan(Optional.empty(), rule.soon() ? Optional.of(eve) : rule.afterwards(due));
        }
        if (!today.isAfter(due)) {
            boolean told = !obligation.waitsSince().isBefore(today);
            var now = rule.soon() && !told ? Optional.of(ReminderStage.DUE_SOON) : Optional.<ReminderStage>empty();
            return new ReminderPlan(
                    now, rule.soon() && told && today.isBefore(due) ? Optional.of(due) : rule.afterwards(due));
        }
        return new ReminderPlan(
                rule.overdue() ? Optional.of(ReminderStage.OVERDUE) : Optional.empty(), Optional.empty());
    }

    private record Rule(boolean soon, boolean overdue) {

        Optional<LocalDate> afterwards(LocalDate due) {
            return overdue ? Optional.of(due.plusDays(1)) : Optional.empty();
        }
    }

    private static Rule rule(WaitingObligation obligation) {
        return switch (obligation.kind()) {
            // That work is late is told by the work item itself.
            case WORK_ITEM -> new Rule(true, false);
            case MEASURE, RISK_ROUND, COURSE, COURSE_REACTION, BEHAVIOUR_RATING -> new Rule(true, true);
            // The due date is the owner's; the others have none.
            case WORK_TO_ACCEPT, APPROVAL, WARNING, RISK_ASSESSMENT, APPRAISAL_INTERVIEW, APPRAISAL ->
                new Rule(false, false);
            case APPRAISAL_SIGNATURE -> new Rule(true, true);
        };
    }
}
