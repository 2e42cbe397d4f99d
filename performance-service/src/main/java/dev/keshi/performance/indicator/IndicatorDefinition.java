package dev.keshi.performance.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is measured, how, and what is to be reached.
 *
 * @param target in the unit of the formula
 */
public record IndicatorDefinition(
        IndicatorCode code,
        String name,
        Optional<String> nameEn,
        Formula formula,
        IndicatorPeriod period,
        Optional<BigDecimal> target) {}
