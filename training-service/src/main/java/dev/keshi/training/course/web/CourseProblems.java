package dev.keshi.training.course.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.course.CourseCode;
import dev.keshi.training.course.CourseProblem;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
final class CourseProblems implements ProblemMapping<CourseProblem> {

    @Override
    public Class<CourseProblem> failures() {
        return CourseProblem.class;
    }

    @Override
    public Problem describe(CourseProblem problem) {
        return switch (problem) {
            case CourseProblem.Unknown _ -> Problem.notFound("course-not-found");
            case CourseProblem.Missing missing -> Problem.unprocessable("course-missing", missing.code());
            case CourseProblem.Retired retired -> Problem.conflict("course-retired", retired.code());
            case CourseProblem.CodeTaken taken -> Problem.conflict("course-code-taken", taken.code());
            case CourseProblem.PrerequisiteMissing missing ->
                Problem.unprocessable("prerequisite-missing", missing.code());
            case CourseProblem.RequiresItself itself ->
                Problem.unprocessable("course-requires-itself", listed(itself.circle(), " → "));
            case CourseProblem.RequiredByOthers needed ->
                Problem.conflict("course-required-by-others", listed(needed.others(), ", "));
        };
    }

    private static String listed(Collection<CourseCode> codes, String between) {
        return codes.stream().map(CourseCode::value).collect(Collectors.joining(between));
    }
}
