package dev.keshi.reporting.replay.web;

import dev.keshi.reporting.replay.ReplayProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;
import org.springframework.stereotype.Component;

@Component
final class ReplayProblems implements ProblemMapping<ReplayProblem> {

    private static final Duration A_REPLAY = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(5);

    @Override
    public Class<ReplayProblem> failures() {
        return ReplayProblem.class;
    }

    @Override
    public Problem describe(ReplayProblem problem) {
        return switch (problem) {
            case ReplayProblem.TopicNotAllowed topic ->
                Problem.unprocessable("replay-topic-not-allowed", topic.prefix());
            case ReplayProblem.NoSuchTopic _ -> Problem.unprocessable("replay-no-such-topic");
            case ReplayProblem.BrokerSilent _ ->
                Problem.of(503, "replay-broker-silent").retryAfter(SOON);
            case ReplayProblem.TooMany many ->
                Problem.of(429, "replay-too-many", many.most()).retryAfter(A_REPLAY);
            case ReplayProblem.Ended _ -> Problem.conflict("replay-ended");
            case ReplayProblem.OfService _ -> Problem.conflict("replay-of-service");
            case ReplayProblem.Unknown _ -> Problem.notFound("replay-not-found");
        };
    }
}
