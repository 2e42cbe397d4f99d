package dev.keshi.performance.indicator.web;

import dev.keshi.performance.indicator.FigureFinding;
import dev.keshi.performance.indicator.IndicatorProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.LinkedHashMap;
import java.util.Map;
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
            case IndicatorProblem.DefinedBefore _ -> Problem.conflict("indicator-defined-before");
            case IndicatorProblem.FormulaDoesNotFit _ -> Problem.unprocessable("formula-does-not-fit");
            case IndicatorProblem.NotImported _ -> Problem.conflict("indicator-not-imported");
            case IndicatorProblem.FiguresRefused refused ->
                Problem.unprocessable("figures-refused")
                        .withErrors(refused.findings().stream()
                                .map(IndicatorProblems::finding)
                                .toList());
        };
    }

    private static Finding finding(FigureFinding finding) {
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("row", finding.row());
        if (!finding.column().isEmpty()) {
            where.put("column", finding.column());
        }
        return Finding.of(where, finding.code());
    }
}
