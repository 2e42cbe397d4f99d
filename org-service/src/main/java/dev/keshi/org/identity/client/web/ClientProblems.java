package dev.keshi.org.identity.client.web;

import dev.keshi.org.identity.client.ClientProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import org.springframework.stereotype.Component;

/** What the failures of integration clients mean over HTTP. */
@Component
final class ClientProblems implements ProblemMapping<ClientProblem> {

    @Override
    public Class<ClientProblem> failures() {
        return ClientProblem.class;
    }

    @Override
    public Problem describe(ClientProblem failure) {
        return switch (failure) {
            case ClientProblem.NotFound none -> Problem.notFound("integration-client-not-found");
            case ClientProblem.Closed closed -> Problem.conflict("integration-client-closed");
            case ClientProblem.RolesNotForClients roles -> Problem.unprocessable("integration-client-roles");
        };
    }
}
