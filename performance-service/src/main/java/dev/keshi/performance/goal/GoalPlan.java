package dev.keshi.performance.goal;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A goal that is to be set.
 *
 * @param firstDay from which it holds
 * @param parent id of the goal of a department that it serves
 */
public record GoalPlan(String title, LocalDate firstDay, Optional<String> parent, GoalTerms terms) {

    /** @throws GoalProblem.DueBeforeBegun when it ends before it begins */
    public GoalPlan {
        if (terms.dueOn().isBefore(firstDay)) {
            throw new GoalProblem.DueBeforeBegun();
        }
    }
}
