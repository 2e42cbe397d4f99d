package dev.keshi.training.assignment;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The same indicator after the course was taken.
 *
 * @param at when the appraisal was published
 */
record MeasuredEffect(String appraisalId, Instant at, BigDecimal points) {}
