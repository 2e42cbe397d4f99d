package dev.keshi.performance.template.web;

import dev.keshi.performance.scoring.ScoringProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.List;
import org.springframework.stereotype.Component;

/** Figures that nobody can be judged by, in templates and in cycles. */
@Component
final class WeightProblems implements ProblemMapping<ScoringProblem> {

    private static final String INDICATORS = "/indicators";

    @Override
    public Class<ScoringProblem> failures() {
        return ScoringProblem.class;
    }

    @Override
    public Problem describe(ScoringProblem problem) {
        return switch (problem) {
            case ScoringProblem.WeightsBelowHundred weights ->
                Problem.unprocessable("weights-below-hundred", weights.sum())
                        .withErrors(List.of(Finding.at(INDICATORS, "weights-below-hundred", weights.sum())));
            case ScoringProblem.WeightsAboveHundred weights ->
                Problem.unprocessable("weights-above-hundred", weights.sum())
                        .withErrors(List.of(Finding.at(INDICATORS, "weights-above-hundred", weights.sum())));
            case ScoringProblem.IndicatorTwice twice ->
                Problem.unprocessable("indicator-twice", twice.code())
                        .withErrors(List.of(Finding.at(INDICATORS, "indicator-twice", twice.code())));
            case ScoringProblem.TooManyMeasured many ->
                Problem.unprocessable("indicators-of-events-too-many", many.most())
                        .withErrors(List.of(Finding.at(INDICATORS, "indicators-of-events-too-many", many.most())));
            case ScoringProblem.ScaleMisplaced misplaced ->
                Problem.unprocessable("scale-misplaced", misplaced.code())
                        .withErrors(List.of(Finding.at(INDICATORS, "scale-misplaced", misplaced.code())));
            case ScoringProblem.ScaleWithoutWidth _ ->
                Problem.unprocessable("scale-without-width")
                        .withErrors(List.of(Finding.at(INDICATORS, "scale-without-width")));
            case ScoringProblem.RaterWeightsNotHundred weights ->
                Problem.unprocessable("rater-weights-not-hundred", weights.sum())
                        .withErrors(List.of(Finding.at("/raterWeights", "rater-weights-not-hundred", weights.sum())));
            case ScoringProblem.ThresholdsNotDescending _ ->
                Problem.unprocessable("thresholds-not-descending")
                        .withErrors(List.of(Finding.at("/thresholds", "thresholds-not-descending")));
        };
    }
}
