package dev.keshi.training.lesson.web;

import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.training.lesson.CoursewareProblem;
import org.springframework.stereotype.Component;

@Component
final class CoursewareProblems implements ProblemMapping<CoursewareProblem> {

    @Override
    public Class<CoursewareProblem> failures() {
        return CoursewareProblem.class;
    }

    @Override
    public Problem describe(CoursewareProblem problem) {
        return switch (problem) {
            case CoursewareProblem.Unknown _ -> Problem.notFound("courseware-not-found");
            case CoursewareProblem.NotOnline _ -> Problem.conflict("course-not-online");
            case CoursewareProblem.ReleasedByOthers _ -> Problem.conflict("courseware-released-by-others");
        };
    }
}
