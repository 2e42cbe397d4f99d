package dev.keshi.performance.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a value came from.
 *
 * @param eventId the event that told that it is done
 * @param subject what people know it by, for example the number of a request
 * @param since from when it was with the person; absent when nobody knows
 * @param sinceEventId the event that told so
 * @param amount what it adds to the value, over its base
 * @param base what the amounts together are divided by, together with the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvidenceView(
        String eventId,
        String subject,
        LocalDate on,
        Instant doneAt,
        @Nullable Instant since,
        @Nullable String sinceEventId,
        BigDecimal amount,
        BigDecimal base) {}
