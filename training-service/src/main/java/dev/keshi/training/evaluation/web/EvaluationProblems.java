package dev.keshi.training.evaluation.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.evaluation.EvaluationProblem;
import org.springframework.stereotype.Component;

@Component
final class EvaluationProblems implements ProblemMapping<EvaluationProblem> {

    @Override
    public Class<EvaluationProblem> failures() {
        return EvaluationProblem.class;
    }

    @Override
    public Problem describe(EvaluationProblem problem) {
        return switch (problem) {
            case EvaluationProblem.Unknown _ -> Problem.notFound("follow-up-not-found");
            case EvaluationProblem.ReactedBefore _ -> Problem.conflict("reacted-before");
            case EvaluationProblem.NotAsked _ -> Problem.conflict("behaviour-not-asked");
            case EvaluationProblem.RatedBefore _ -> Problem.conflict("behaviour-rated-before");
            case EvaluationProblem.NotYoursToSee _ -> Problem.forbidden("evaluation-not-yours");
            case EvaluationProblem.UnknownSession _ -> Problem.notFound("session-reactions-not-found");
            case EvaluationProblem.TooFewAnswers _ -> Problem.conflict("answers-too-few");
        };
    }
}
