package dev.keshi.training.assignment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An indicator that an appraisal found weak.
 *
 * @param at when the appraisal was published
 * @param points 0.0 to 100.0
 */
record Weakness(String indicator, String appraisalId, Instant at, BigDecimal points) {}
