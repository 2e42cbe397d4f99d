package dev.keshi.service.operations;

import dev.keshi.messaging.consumer.ParkedKeyProblem;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;

/** What it means that nothing was redriven. */
final class ParkedKeyProblems implements ProblemMapping<ParkedKeyProblem> {

    @Override
    public Class<ParkedKeyProblem> failures() {
        return ParkedKeyProblem.class;
    }

    @Override
    public Problem describe(ParkedKeyProblem problem) {
        return switch (problem) {
            case ParkedKeyProblem.NotParked gone -> CommonProblem.notFound();
            case ParkedKeyProblem.NotFirst other -> Problem.conflict("not-first");
            case ParkedKeyProblem.BeingRedriven busy ->
                Problem.conflict("being-redriven").retryAfter(Duration.ofSeconds(5));
        };
    }
}
