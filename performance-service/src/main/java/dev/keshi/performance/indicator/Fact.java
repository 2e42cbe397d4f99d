package dev.keshi.performance.indicator;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * Something that somebody has done, as an event told it.
 *
 * @param eventId the event that told that it is done
 * @param took how long it was with the person; empty when that is not known
 * @param returned whether it came back
 * @param late whether its due date passed before it was done
 * @param amount of an imported figure, else 1
 * @param base what the amount is a part of, else 1
 */
public record Fact(
        String eventId, Optional<Duration> took, boolean returned, boolean late, BigDecimal amount, BigDecimal base) {}
