package dev.keshi.risk.indicator;

import dev.keshi.messaging.consumer.Effect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * That the value of a department in an indicator of performance-service has moved. The kit keeps it until {@link FeedService} has carried it
 * out; one that comes again finds everything as it says.
 *
 * @param feed what it may feed
 * @param day that it belongs to
 * @param value absent when nothing is known any more
 * @param at when it was told
 * @param through last day of what it measures; until then it stands unless another is told
 */
public record FigureNews(Feed feed, LocalDate day, @Nullable BigDecimal value, Instant at, LocalDate through) {

    static final String COLLECTION = "figure_news";
    static final String PERFORMANCE_INDICATOR = "performanceIndicator";
    static final String DEPARTMENT = "departmentId";
    static final String DAY = "day";
    static final String VALUE = "value";
    static final String AT = "at";
    static final String THROUGH = "through";

    /** When to try next, in milliseconds since 1970. */
    static final String TRY_AT = "tryAt";

    public Effect toEffect() {
        var document = new Document(PERFORMANCE_INDICATOR, feed.performanceIndicator())
                .append(DEPARTMENT, feed.departmentId())
                .append(DAY, day.toString())
                .append(AT, at.toEpochMilli())
                .append(THROUGH, through.toString())
                .append(TRY_AT, 0L);
        if (value != null) {
            document.append(VALUE, value.toPlainString());
        }
        return Effect.insert(COLLECTION, "figure", document);
    }
}
