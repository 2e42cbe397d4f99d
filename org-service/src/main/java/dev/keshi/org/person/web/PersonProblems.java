package dev.keshi.org.person.web;

import dev.keshi.org.person.PersonProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class PersonProblems implements ProblemMapping<PersonProblem> {

    @Override
    public Class<PersonProblem> failures() {
        return PersonProblem.class;
    }

    @Override
    public Problem describe(PersonProblem problem) {
        return switch (problem) {
            case PersonProblem.Unknown _ -> Problem.notFound("person-not-found");
            case PersonProblem.NumberTaken taken -> Problem.conflict("employee-number-taken", taken.number());
            case PersonProblem.EmailTaken _ -> conflict("email-taken", "/email");
            case PersonProblem.LoginNameTaken _ -> conflict("login-name-taken", "/loginName");
            case PersonProblem.DepartmentClosed _ -> invalid("person-department-closed", "/departmentId");
            case PersonProblem.PositionNotAvailable _ -> invalid("person-position-not-available", "/positionId");
            case PersonProblem.NoSuchSuperior _ -> invalid("person-superior-unknown", "/reportsTo");
            case PersonProblem.ReportingCycle _ -> invalid("person-reporting-cycle", "/reportsTo");
            case PersonProblem.NotEmployed not ->
                Problem.unprocessable("person-not-employed", not.day().toString());
            case PersonProblem.BeforeKnownFact known ->
                Problem.unprocessable("person-before-known-fact", known.known().toString());
            case PersonProblem.HasPlans _ -> Problem.conflict("person-has-plans");
        };
    }

    private static Problem invalid(String code, String pointer) {
        return Problem.unprocessable(code).withErrors(List.of(Finding.at(pointer, code)));
    }

    private static Problem conflict(String code, String pointer) {
        return Problem.conflict(code).withErrors(List.of(Finding.at(pointer, code)));
    }
}
