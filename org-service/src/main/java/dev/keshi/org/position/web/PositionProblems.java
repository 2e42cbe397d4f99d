package dev.keshi.org.position.web;

import dev.keshi.org.position.PositionProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class PositionProblems implements ProblemMapping<PositionProblem> {

    @Override
    public Class<PositionProblem> failures() {
        return PositionProblem.class;
    }

    @Override
    public Problem describe(PositionProblem problem) {
        return switch (problem) {
            case PositionProblem.Unknown _ -> Problem.notFound("position-not-found");
            case PositionProblem.CodeTaken taken -> Problem.conflict("position-code-taken", taken.code());
            case PositionProblem.OutOfUse _ -> Problem.conflict("position-out-of-use");
            case PositionProblem.NoSuchDepartment _ ->
                Problem.unprocessable("position-department-missing")
                        .withErrors(List.of(Finding.at("/departmentId", "position-department-missing")));
            case PositionProblem.NoSuchTemplate missing ->
                Problem.unprocessable("position-template-missing", missing.template())
                        .withErrors(List.of(Finding.at("/template", "position-template-missing", missing.template())));
        };
    }
}
