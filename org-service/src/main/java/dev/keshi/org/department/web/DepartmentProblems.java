package dev.keshi.org.department.web;

import dev.keshi.org.department.DepartmentProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
final class DepartmentProblems implements ProblemMapping<DepartmentProblem> {

    private static final Duration AN_IMPORT = Duration.ofSeconds(10);

    @Override
    public Class<DepartmentProblem> failures() {
        return DepartmentProblem.class;
    }

    @Override
    public Problem describe(DepartmentProblem problem) {
        return switch (problem) {
            case DepartmentProblem.Unknown _ -> Problem.notFound("department-not-found");
            case DepartmentProblem.CodeTaken taken -> Problem.conflict("department-code-taken", taken.code());
            case DepartmentProblem.ParentMissing _ -> invalid("department-parent-missing", "/parentId");
            case DepartmentProblem.ParentIsGroup _ -> invalid("department-parent-is-group", "/parentId");
            case DepartmentProblem.WouldBeCycle _ -> invalid("department-cycle", "/parentId");
            case DepartmentProblem.TooDeep deep -> Problem.unprocessable("department-tree-too-deep", deep.deepest());
            case DepartmentProblem.SecondTop _ -> invalid("department-second-top", "/parentId");
            case DepartmentProblem.IsTop _ -> Problem.unprocessable("department-is-top");
            case DepartmentProblem.NotOpen closed ->
                Problem.unprocessable("department-not-open", closed.day().toString());
            case DepartmentProblem.BeforeKnownFact known ->
                Problem.unprocessable(
                        "department-before-known-fact", known.known().toString());
            case DepartmentProblem.StillInUse inUse ->
                Problem.conflict(
                        switch (inUse.use()) {
                            case DEPARTMENTS_BELOW -> "department-has-departments-below";
                            case PEOPLE -> "department-has-people";
                            case PLANNED_CHANGES -> "department-has-planned-changes";
                        });
            case DepartmentProblem.UnknownPeople unknown ->
                Problem.unprocessable("department-unknown-people", String.join(", ", unknown.people()));
            case DepartmentProblem.NotBelow _ -> Problem.unprocessable("department-deputy-not-below");
            case DepartmentProblem.ImportRunning _ ->
                Problem.conflict("import-running").retryAfter(AN_IMPORT);
        };
    }

    private static Problem invalid(String code, String pointer) {
        return Problem.unprocessable(code).withErrors(java.util.List.of(Finding.at(pointer, code)));
    }
}
