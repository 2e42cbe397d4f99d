package dev.keshi.training.record.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.record.LearningProblem;
import org.springframework.stereotype.Component;

@Component
final class LearningProblems implements ProblemMapping<LearningProblem> {

    @Override
    public Class<LearningProblem> failures() {
        return LearningProblem.class;
    }

    @Override
    public Problem describe(LearningProblem problem) {
        return switch (problem) {
            case LearningProblem.Unknown _ -> Problem.notFound("learning-record-not-found");
        };
    }
}
