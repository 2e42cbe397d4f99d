package dev.keshi.training.assignment.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.assignment.AssignmentProblem;
import org.springframework.stereotype.Component;

@Component
final class AssignmentProblems implements ProblemMapping<AssignmentProblem> {

    @Override
    public Class<AssignmentProblem> failures() {
        return AssignmentProblem.class;
    }

    @Override
    public Problem describe(AssignmentProblem problem) {
        return switch (problem) {
            case AssignmentProblem.Unknown _ -> Problem.notFound("assignment-not-found");
            case AssignmentProblem.NotYoursToAssign _ -> Problem.forbidden("not-yours-to-assign");
            case AssignmentProblem.DuePast _ -> Problem.unprocessable("assignment-due-past");
            case AssignmentProblem.OpenBefore _ -> Problem.conflict("assignment-open-before");
            case AssignmentProblem.Over _ -> Problem.conflict("assignment-over");
        };
    }
}
