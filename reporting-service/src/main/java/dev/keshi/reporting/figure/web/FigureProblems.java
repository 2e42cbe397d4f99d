package dev.keshi.reporting.figure.web;

import dev.keshi.reporting.figure.FigureProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import org.springframework.stereotype.Component;

@Component
final class FigureProblems implements ProblemMapping<FigureProblem> {

    @Override
    public Class<FigureProblem> failures() {
        return FigureProblem.class;
    }

    @Override
    public Problem describe(FigureProblem problem) {
        return switch (problem) {
            case FigureProblem.UnknownDepartment _ -> Problem.notFound("figure-department-not-found");
            case FigureProblem.UnknownPerson _ -> Problem.notFound("figure-person-not-found");
            case FigureProblem.PeriodReversed _ -> Problem.unprocessable("figure-period-reversed");
            case FigureProblem.PeriodTooLong period -> Problem.unprocessable("figure-period-too-long", period.most());
            case FigureProblem.MonthMissing _ -> Problem.unprocessable("figure-month-missing");
            case FigureProblem.MonthNotAllowed _ -> Problem.unprocessable("figure-month-not-allowed");
        };
    }
}
