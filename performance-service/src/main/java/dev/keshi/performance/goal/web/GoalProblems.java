package dev.keshi.performance.goal.web;

import dev.keshi.performance.goal.GoalProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class GoalProblems implements ProblemMapping<GoalProblem> {

    @Override
    public Class<GoalProblem> failures() {
        return GoalProblem.class;
    }

    @Override
    public Problem describe(GoalProblem problem) {
        return switch (problem) {
            case GoalProblem.Unknown _ -> Problem.notFound("goal-not-found");
            case GoalProblem.NoSuchOwner _ -> Problem.notFound("goal-owner-not-found");
            case GoalProblem.OwnGoals _ -> Problem.forbidden("own-goals");
            case GoalProblem.DueBeforeBegun _ -> at("/terms/dueOn", "goal-due-before-begun");
            case GoalProblem.TargetMissing _ -> at("/terms/target", "goal-target-missing");
            case GoalProblem.NoSuchIndicator missing ->
                at("/terms/indicator", "goal-indicator-missing", missing.code());
            case GoalProblem.WeightsAboveHundred weights ->
                at("/terms/weight", "goal-weights-above-hundred", weights.sum());
            case GoalProblem.ParentDoesNotFit _ -> at("/parentId", "goal-parent-does-not-fit");
            case GoalProblem.OutlastsParent _ -> at("/terms/dueOn", "goal-outlasts-parent");
            case GoalProblem.EndsBeforeOthers others ->
                at("/terms/dueOn", "goal-ends-before-others", others.latest().toString());
            case GoalProblem.Ended _ -> Problem.conflict("goal-ended");
            case GoalProblem.TooMany many -> Problem.conflict("goals-too-many", many.most());
        };
    }

    private static Problem at(String pointer, String code, Object... args) {
        return Problem.unprocessable(code, args).withErrors(List.of(Finding.at(pointer, code, args)));
    }
}
