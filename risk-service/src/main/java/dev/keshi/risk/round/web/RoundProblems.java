package dev.keshi.risk.round.web;

import dev.keshi.risk.round.RoundProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import org.springframework.stereotype.Component;

@Component
final class RoundProblems implements ProblemMapping<RoundProblem> {

    @Override
    public Class<RoundProblem> failures() {
        return RoundProblem.class;
    }

    @Override
    public Problem describe(RoundProblem problem) {
        return switch (problem) {
            case RoundProblem.Unknown _ -> Problem.notFound("round-not-found");
            case RoundProblem.NotAsked _ -> Problem.notFound("round-answer-not-found");
            case RoundProblem.NotYoursToAsk _ -> Problem.forbidden("not-yours-to-ask");
            case RoundProblem.DuePast _ -> Problem.unprocessable("round-due-past");
            case RoundProblem.TooWide wide -> Problem.unprocessable("round-too-wide", wide.departments(), wide.most());
            case RoundProblem.AnsweredBefore _ -> Problem.conflict("round-answered-before");
            case RoundProblem.NoneRegistered _ -> Problem.conflict("round-none-registered");
            case RoundProblem.SomeRegistered some -> Problem.conflict("round-some-registered", some.risks());
        };
    }
}
