package dev.keshi.risk.register.web;

import dev.keshi.risk.register.RiskProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
final class RiskProblems implements ProblemMapping<RiskProblem> {

    private static final String ACCEPTED_UNTIL = "/acceptedUntil";

    @Override
    public Class<RiskProblem> failures() {
        return RiskProblem.class;
    }

    @Override
    public Problem describe(RiskProblem problem) {
        return switch (problem) {
            case RiskProblem.Unknown _ -> Problem.notFound("risk-not-found");
            case RiskProblem.NotYoursToKeep _ -> Problem.forbidden("not-your-risk");
            case RiskProblem.OwnerOutOfReach _ -> Problem.forbidden("owner-out-of-reach");
            case RiskProblem.NotYourDepartment _ -> Problem.forbidden("not-your-department");
            case RiskProblem.NotAsked _ ->
                Problem.unprocessable("round-does-not-ask")
                        .withErrors(List.of(Finding.at("/roundId", "round-does-not-ask")));
            case RiskProblem.Closed _ -> Problem.conflict("risk-closed");
            case RiskProblem.TargetAboveCurrent _ -> Problem.unprocessable("target-above-current");
            case RiskProblem.AcceptanceWithoutExpiry _ ->
                Problem.unprocessable("acceptance-without-expiry")
                        .withErrors(List.of(Finding.at(ACCEPTED_UNTIL, "acceptance-without-expiry")));
            case RiskProblem.AcceptanceExpiry expiry ->
                Problem.unprocessable("acceptance-expiry", expiry.latest().toString())
                        .withErrors(List.of(Finding.at(
                                ACCEPTED_UNTIL,
                                "acceptance-expiry",
                                expiry.latest().toString())));
            case RiskProblem.ExpiryWithoutAcceptance _ ->
                Problem.unprocessable("expiry-without-acceptance")
                        .withErrors(List.of(Finding.at(ACCEPTED_UNTIL, "expiry-without-acceptance")));
            case RiskProblem.NoResponse _ -> Problem.conflict("no-response");
            case RiskProblem.Accepted _ -> Problem.conflict("risk-accepted");
            case RiskProblem.MeasuresOpen open -> Problem.conflict("measures-open", open.open());
            case RiskProblem.UnknownMeasure _ -> Problem.notFound("measure-not-found");
            case RiskProblem.NotYourMeasure _ -> Problem.forbidden("not-your-measure");
            case RiskProblem.MeasureEnded _ -> Problem.conflict("measure-ended");
            case RiskProblem.DuePast _ -> Problem.unprocessable("measure-due-past");
            case RiskProblem.TooManyMeasures many -> Problem.conflict("too-many-measures", many.most());
            case RiskProblem.NothingToVerify _ -> Problem.conflict("nothing-to-verify");
            case RiskProblem.OwnMeasures _ -> Problem.forbidden("own-measures");
            case RiskProblem.AssessmentOpen _ -> Problem.conflict("assessment-open");
        };
    }
}
