package dev.keshi.service.operations;

import dev.keshi.messaging.consumer.RebuildProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;

/** What it means that no rebuild begins. */
final class RebuildProblems implements ProblemMapping<RebuildProblem> {

    private static final Duration A_REBUILD = Duration.ofSeconds(30);

    @Override
    public Class<RebuildProblem> failures() {
        return RebuildProblem.class;
    }

    @Override
    public Problem describe(RebuildProblem problem) {
        return switch (problem) {
            case RebuildProblem.Unknown _ -> Problem.unprocessable("no-such-read-model");
            case RebuildProblem.UnderWay _ -> Problem.conflict("being-rebuilt").retryAfter(A_REBUILD);
        };
    }
}
