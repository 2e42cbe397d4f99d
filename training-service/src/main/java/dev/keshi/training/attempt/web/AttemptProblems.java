package dev.keshi.training.attempt.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.attempt.AttemptProblem;
import org.springframework.stereotype.Component;

@Component
final class AttemptProblems implements ProblemMapping<AttemptProblem> {

    @Override
    public Class<AttemptProblem> failures() {
        return AttemptProblem.class;
    }

    @Override
    public Problem describe(AttemptProblem problem) {
        return switch (problem) {
            case AttemptProblem.Unknown _ -> Problem.notFound("attempt-not-found");
            case AttemptProblem.UnknownSheet _ -> Problem.notFound("attempt-sheet-not-found");
            case AttemptProblem.NoQuiz _ -> Problem.conflict("quiz-missing");
            case AttemptProblem.AnotherRuns another -> Problem.conflict("attempt-running", another.running());
            case AttemptProblem.Spent spent -> Problem.conflict("attempts-spent", spent.allowed());
            case AttemptProblem.PassedBefore _ -> Problem.conflict("quiz-passed-before");
            case AttemptProblem.AttemptsLeft _ -> Problem.conflict("attempts-left");
            case AttemptProblem.Over _ -> Problem.conflict("attempt-over");
            case AttemptProblem.RanOut _ -> Problem.conflict("attempt-ran-out");
            case AttemptProblem.NotAsked other -> Problem.unprocessable("question-not-asked", other.question());
            case AttemptProblem.NoSuchChoice other -> Problem.unprocessable("choice-unknown", other.question());
            case AttemptProblem.SeveralChoices several -> Problem.unprocessable("choices-several", several.question());
        };
    }
}
