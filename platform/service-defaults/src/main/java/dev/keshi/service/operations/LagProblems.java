package dev.keshi.service.operations;

import dev.keshi.messaging.consumer.TopicOffsets.OffsetsUnknown;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;

/** Only the broker knows how far topics were read. */
final class LagProblems implements ProblemMapping<OffsetsUnknown> {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Override
    public Class<OffsetsUnknown> failures() {
        return OffsetsUnknown.class;
    }

    @Override
    public Problem describe(OffsetsUnknown problem) {
        return Problem.of(503, "lag-unknown").retryAfter(SOON);
    }
}
