package dev.keshi.performance.indicator.web;

import dev.keshi.performance.indicator.FigureFinding;
import dev.keshi.performance.indicator.IndicatorProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.util.LinkedHashMap;
import java.util.List;
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
            case IndicatorProblem.FiguresRefused refused -> refused("figures-refused", refused.findings());
            case IndicatorProblem.DividesByZero divides -> refused("formula-divides-by-zero", divides.findings());
            case IndicatorProblem.DividesByText divides -> refused("formula-divides-by-text", divides.findings());
        };
    }

    private static Problem refused(String code, List<FigureFinding> findings) {
        return Problem.unprocessable(code)
                .withErrors(findings.stream().map(IndicatorProblems::finding).toList());
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
