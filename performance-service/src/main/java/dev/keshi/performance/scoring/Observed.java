package dev.keshi.performance.scoring;

import java.math.BigDecimal;

/**
 * What one event says of an indicator.
 *
 * @param reference id of the event
 * @param amount for a share 100 or 0
 * @param base what the amount is divided by; 1 where it is not a part of something
 */
public record Observed(String reference, BigDecimal amount, BigDecimal base) {}
