package dev.keshi.risk.indicator.web;

import dev.keshi.risk.monitoring.RuleProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rules that no figure can be judged by. */
@Component
final class RuleProblems implements ProblemMapping<RuleProblem> {

    @Override
    public Class<RuleProblem> failures() {
        return RuleProblem.class;
    }

    @Override
    public Problem describe(RuleProblem problem) {
        var code = switch (problem) {
            case RuleProblem.ThresholdBelowRecovery _ -> "threshold-below-recovery";
            case RuleProblem.ThresholdAboveRecovery _ -> "threshold-above-recovery";
            case RuleProblem.NoHysteresis _ -> "threshold-without-hysteresis";
        };
        var threshold = problem.threshold().toPlainString();
        var recovery = problem.recovery().toPlainString();
        return Problem.unprocessable(code, threshold, recovery)
                .withErrors(List.of(Finding.at("/rule/threshold", code, threshold, recovery)));
    }
}
