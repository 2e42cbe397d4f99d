package dev.keshi.risk.indicator;

import dev.keshi.messaging.consumer.Effect;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.bson.Document;

/**
 * That the value of a department in an indicator of performance-service has moved. The kit keeps it until {@link FeedService} has carried it
 * out; one that comes again finds everything as it says.
 *
 * @param feed what it may feed
 * @param day that it belongs to
 */
public record FigureNews(Feed feed, LocalDate day, BigDecimal value) {

    static final String COLLECTION = "figure_news";
    static final String PERFORMANCE_INDICATOR = "performanceIndicator";
    static final String DEPARTMENT = "departmentId";
    static final String DAY = "day";
    static final String VALUE = "value";

    /** When to try next, in milliseconds since 1970. */
    static final String TRY_AT = "tryAt";

    public Effect toEffect() {
        return Effect.insert(
                COLLECTION,
                "figure",
                new Document(PERFORMANCE_INDICATOR, feed.performanceIndicator())
                        .append(DEPARTMENT, feed.departmentId())
                        .append(DAY, day.toString())
                        .append(VALUE, value.toPlainString())
                        .append(TRY_AT, 0L));
    }
}
