package dev.keshi.workflow.request.web;

import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import dev.keshi.workflow.request.RequestService.UnknownProcess;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class UnknownProcessProblems implements ProblemMapping<UnknownProcess> {

    @Override
    public Class<UnknownProcess> failures() {
        return UnknownProcess.class;
    }

    @Override
    public Problem describe(UnknownProcess unknown) {
        return Problem.unprocessable("process-not-found", unknown.key().value())
                .withErrors(List.of(Finding.at("/processKey", "process-not-found")));
    }
}
