package dev.keshi.risk.organisation.web;

import dev.keshi.risk.organisation.OrganisationProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import org.springframework.stereotype.Component;

@Component
final class OrganisationProblems implements ProblemMapping<OrganisationProblem> {

    @Override
    public Class<OrganisationProblem> failures() {
        return OrganisationProblem.class;
    }

    @Override
    public Problem describe(OrganisationProblem problem) {
        return switch (problem) {
            case OrganisationProblem.NoSuchPerson person -> Problem.unprocessable("person-missing", person.id());
            case OrganisationProblem.PersonHasLeft person -> Problem.unprocessable("person-has-left", person.id());
            case OrganisationProblem.NoSuchDepartment department ->
                Problem.unprocessable("department-missing", department.id());
        };
    }
}
