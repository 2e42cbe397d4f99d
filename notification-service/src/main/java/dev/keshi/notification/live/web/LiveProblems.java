package dev.keshi.notification.live.web;

import dev.keshi.notification.live.LiveProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What it means that a stream is not opened. */
@Component
final class LiveProblems implements ProblemMapping<LiveProblem> {

    @Override
    public Class<LiveProblem> failures() {
        return LiveProblem.class;
    }

    @Override
    public Problem describe(LiveProblem problem) {
        return switch (problem) {
            case LiveProblem.TooManyStreams streams ->
                Problem.of(429, "too-many-streams", streams.most()).retryAfter(Duration.ofSeconds(1));
        };
    }
}
