package dev.keshi.risk.register;

import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.Effect;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.Document;

/**
 * That a measure was carried out, as workflow-service tells it of the work that the measure led to. The kit keeps it once, however often the
 * event comes; {@link MeasureReportService} carries it out.
 *
 * @param reference of the work: {@code risk-measure/RISK/MEASURE/} and the event that assigned the measure
 * @param by who has done it
 */
public record MeasureReport(String reference, RiskId riskId, String measureId, String by, Instant at) {

    static final String COLLECTION = "measure_reports";
    static final String REFERENCE = "reference";
    static final String BY = "by";
    static final String AT = "at";

    /** When to try next, in milliseconds since 1970; gone once it is carried out. */
    static final String TRY_AT = "tryAt";

    private static final Pattern OF_MEASURE = Pattern.compile("risk-measure/([^/]+)/([^/]+)/[^/]+");

    /** Empty when the work was for something else. */
    public static Optional<MeasureReport> of(String reference, String by, Instant at) {
        var named = OF_MEASURE.matcher(reference);
        return named.matches()
                ? Optional.of(new MeasureReport(reference, new RiskId(named.group(1)), named.group(2), by, at))
                : Optional.empty();
    }

    public Effect toEffect() {
        return Effect.insertAs(
                COLLECTION,
                id(),
                new Document(REFERENCE, reference)
                        .append(BY, by)
                        .append(AT, at.toEpochMilli())
                        .append(TRY_AT, 0L),
                REFERENCE);
    }

    String id() {
        return Ids.derived("measure-report", reference);
    }
}
