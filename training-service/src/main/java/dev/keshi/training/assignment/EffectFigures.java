package dev.keshi.training.assignment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Indicators before and after a course: points of appraisals, and apart from them how many figures, which have units of their own.
 *
 * @param measured in how many cases appraisals tell it
 * @param before mean points, not rounded; empty when nothing was measured
 * @param after mean points of the same indicators of the same people
 * @param figures in how many cases figures tell it
 * @param figuresImproved how many of those are better than before
 */
public record EffectFigures(
        int measured, Optional<BigDecimal> before, Optional<BigDecimal> after, int figures, int figuresImproved) {}
