package dev.keshi.training.assignment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Appraisal indicators before and after a course.
 *
 * @param before mean points, not rounded; empty when nothing was measured
 * @param after mean points of the same indicators of the same people
 */
public record EffectFigures(int measured, Optional<BigDecimal> before, Optional<BigDecimal> after) {}
