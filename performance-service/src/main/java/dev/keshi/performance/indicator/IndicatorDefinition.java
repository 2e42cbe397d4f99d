package dev.keshi.performance.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is measured, how, and what is to be reached.
 *
 * @param target in the unit of the formula
 * @param better which way is the good one; empty when the formula says it, or nobody does
 */
public record IndicatorDefinition(
        IndicatorCode code,
        String name,
        Optional<String> nameEn,
        Formula formula,
        IndicatorPeriod period,
        Optional<BigDecimal> target,
        Optional<Better> better) {

    /** @throws IndicatorProblem.FormulaDoesNotFit when the formula says the other way */
    public IndicatorDefinition {
        better = formula.better(better);
    }
}
