package dev.keshi.risk.indicator.web;

import dev.keshi.risk.indicator.IndicatorProblem;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import org.springframework.stereotype.Component;

@Component
final class IndicatorProblems implements ProblemMapping<IndicatorProblem> {

    @Override
    public Class<IndicatorProblem> failures() {
        return IndicatorProblem.class;
    }

    @Override
    public Problem describe(IndicatorProblem problem) {
        return switch (problem) {
            case IndicatorProblem.Unknown _ -> Problem.notFound("indicator-not-found");
            case IndicatorProblem.UnknownWarning _ -> Problem.notFound("warning-not-found");
            case IndicatorProblem.NotYoursToKeep _ -> Problem.forbidden("not-your-indicator");
            case IndicatorProblem.RiskIsClosed _ -> Problem.conflict("watched-risk-closed");
            case IndicatorProblem.Retired _ -> Problem.conflict("indicator-retired");
            case IndicatorProblem.Fed _ -> Problem.conflict("indicator-fed");
            case IndicatorProblem.FeedUnknown unknown -> Problem.unprocessable("feed-unknown", unknown.code());
            case IndicatorProblem.FeedNotYours _ -> Problem.forbidden("feed-not-yours");
            case IndicatorProblem.NotAPeriod day ->
                Problem.unprocessable(
                        "not-a-period", day.day().toString(), day.first().toString());
            case IndicatorProblem.PeriodAhead ahead ->
                Problem.unprocessable("period-ahead", ahead.period().toString());
            case IndicatorProblem.PeriodSettled settled ->
                Problem.unprocessable(
                        "period-settled",
                        settled.period().toString(),
                        settled.first().toString());
            case IndicatorProblem.RhythmFixed _ -> Problem.conflict("rhythm-fixed");
            case IndicatorProblem.NothingToAcknowledge _ -> Problem.conflict("nothing-to-acknowledge");
        };
    }
}
