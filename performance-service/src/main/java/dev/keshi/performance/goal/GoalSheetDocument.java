package dev.keshi.performance.goal;

import static java.util.function.Function.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The goals of one owner: those that have ended, in the order in which they did, and then those that are open, in the order in which they were set. Of
 * more than {@value #MOST_GOALS} those that ended first are let go.
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
            // It has ended: each open goal weighs at least 1, and together they weigh 100 at most. Its events are in
            // the archive.
            all.removeFirst();
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
        var ended = changed(
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
        var goal = ended.require(id);
        var before = ended.goals().stream()
                .filter(one -> one.status() != GoalStatus.OPEN)
                .filter(one -> !one.equals(goal));
        var open = ended.goals().stream().filter(one -> one.status() == GoalStatus.OPEN);
        return new GoalSheetDocument(
                kind,
                ownerId,
                Stream.of(before, Stream.of(goal), open).flatMap(identity()).toList());
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
