package dev.keshi.performance.goal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The goals of one owner, in the order in which they were set: all that are open, and of those that have ended the latest, so that a sheet never grows
 * beyond {@value #MOST_GOALS}.
 */
record GoalSheetDocument(GoalOwner.Kind kind, String ownerId, List<Goal> goals) {

    static final int MOST_GOALS = 200;
    static final int MOST_ADJUSTMENTS = 50;
    private static final int WHOLE = 100;

    GoalSheetDocument {
        goals = List.copyOf(goals);
    }

    /**
     * @param parentId id of the goal of a department that it serves
     * @param adjustments what held before, with the reason for which it holds no more, in order
     * @param reason why it has ended; absent while it is open
     */
    record Goal(
            String id,
            String title,
            LocalDate firstDay,
            @Nullable String parentId,
            Terms terms,
            GoalStatus status,
            List<Adjustment> adjustments,
            @Nullable String reason) {

        Goal {
            adjustments = List.copyOf(adjustments);
        }
    }

    record Terms(
            String measure,
            @Nullable String indicator,
            @Nullable BigDecimal target,
            int weight,
            LocalDate dueOn) {

        static Terms of(GoalTerms terms) {
            return new Terms(
                    terms.measure(),
                    terms.indicator().map(code -> code.value()).orElse(null),
                    terms.target().orElse(null),
                    terms.weight(),
                    terms.dueOn());
        }
    }

    /** @param before what held until then */
    record Adjustment(Terms before, String reason, String by, Instant at) {}

    static GoalSheetDocument empty(GoalOwner owner) {
        return new GoalSheetDocument(owner.kind(), owner.id(), List.of());
    }

    Optional<Goal> find(String id) {
        return goals.stream().filter(goal -> goal.id().equals(id)).findFirst();
    }

    Goal require(String id) {
        return find(id).orElseThrow(() -> new GoalProblem.Unknown(id));
    }

    GoalSheetDocument with(Goal fresh) {
        var all = new ArrayList<>(goals);
        if (all.size() == MOST_GOALS) {
            // There is one: each open goal weighs at least 1, and together they weigh 100 at most. Its events are in
            // the archive.
            all.stream()
                    .filter(goal -> goal.status() != GoalStatus.OPEN)
                    .findFirst()
                    .ifPresent(all::remove);
        }
        all.add(fresh);
        return weighed(all);
    }

    GoalSheetDocument adjusted(String id, Terms terms, String reason, String by, Instant at) {
        return changed(id, goal -> {
            if (terms.dueOn().isBefore(goal.firstDay())) {
                throw new GoalProblem.DueBeforeBegun();
            }
            if (goal.adjustments().size() == MOST_ADJUSTMENTS) {
                throw new GoalProblem.TooMany(MOST_ADJUSTMENTS);
            }
            var history = new ArrayList<>(goal.adjustments());
            history.add(new Adjustment(goal.terms(), reason, by, at));
            return new Goal(
                    goal.id(), goal.title(), goal.firstDay(), goal.parentId(), terms, goal.status(), history, null);
        });
    }

    GoalSheetDocument ended(String id, GoalStatus status, String reason) {
        return changed(
                id,
                goal -> new Goal(
                        goal.id(),
                        goal.title(),
                        goal.firstDay(),
                        goal.parentId(),
                        goal.terms(),
                        status,
                        goal.adjustments(),
                        reason));
    }

    private GoalSheetDocument changed(String id, UnaryOperator<Goal> change) {
        if (require(id).status() != GoalStatus.OPEN) {
            throw new GoalProblem.Ended();
        }
        return weighed(goals.stream()
                .map(goal -> goal.id().equals(id) ? change.apply(goal) : goal)
                .toList());
    }

    private GoalSheetDocument weighed(List<Goal> all) {
        int sum = all.stream()
                .filter(goal -> goal.status() == GoalStatus.OPEN)
                .mapToInt(goal -> goal.terms().weight())
                .sum();
        if (sum > WHOLE) {
            throw new GoalProblem.WeightsAboveHundred(sum);
        }
        return new GoalSheetDocument(kind, ownerId, all);
    }
}
