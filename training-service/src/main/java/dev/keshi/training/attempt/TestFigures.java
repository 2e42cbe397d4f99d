package dev.keshi.training.attempt;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How people did at a quiz.
 *
 * @param people who have ended an attempt
 * @param passed of them, who have passed one
 * @param first mean percent of their first attempts, not rounded
 * @param last mean percent of their latest attempts, not rounded
 */
public record TestFigures(int people, int passed, Optional<BigDecimal> first, Optional<BigDecimal> last) {}
