package dev.keshi.performance.indicator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it is kept. Until it is done it has no person and no day, and so is found by no value.
 *
 * @param stream what it feeds: the name of a source, with the indicator where it feeds one only
 * @param subject what people know it by, for example the number of a request
 * @param since from when it was with whoever had it last
 * @param sinceEventId the event that told so
 * @param on day on which it was done, in the time zone of the enterprise
 * @param doneAt when it was done
 * @param eventId the event that told that it is done
 * @param late whether its due date passed before; absent of what has none
 */
record FactDocument(
        String stream,
        String subject,
        @Nullable Instant since,
        @Nullable String sinceEventId,
        @Nullable String personId,
        @Nullable LocalDate on,
        @Nullable Instant doneAt,
        @Nullable String eventId,
        boolean returned,
        @Nullable Boolean late,
        BigDecimal amount,
        BigDecimal base) {

    static FactDocument open(String stream, String subject, @Nullable Instant since, @Nullable String sinceEventId) {
        return new FactDocument(
                stream,
                subject,
                since,
                sinceEventId,
                null,
                null,
                null,
                null,
                false,
                null,
                BigDecimal.ONE,
                BigDecimal.ONE);
    }

    /** @throws NullPointerException when it is not done */
    Fact toFact() {
        var took = since == null ? null : Duration.between(since, Objects.requireNonNull(doneAt));
        return new Fact(
                Objects.requireNonNull(eventId),
                Optional.ofNullable(took),
                returned,
                Boolean.TRUE.equals(late),
                amount,
                base);
    }
}
