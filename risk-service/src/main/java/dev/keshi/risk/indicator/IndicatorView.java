package dev.keshi.risk.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.risk.monitoring.Direction;
import dev.keshi.risk.monitoring.Rhythm;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A risk indicator.
 *
 * @param threshold a value that reaches it is a breach; exact, as text
 * @param recovery a value that reaches it ends the warning; exact, as text
 * @param breaches how many periods in a row must breach
 * @param feed where its values come from by themselves; absent when people or programs report them
 * @param readings the newest values by period, oldest first
 * @param warningId the warning that stands
 * @param warnings how many it raised
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IndicatorView(
        String id,
        String riskId,
        String departmentId,
        String ownerId,
        String name,
        @Nullable String nameEn,
        String unit,
        Direction direction,
        String threshold,
        String recovery,
        int breaches,
        Rhythm rhythm,
        @Nullable Feed feed,
        List<ReadingView> readings,
        @Nullable String warningId,
        int warnings,
        boolean retired) {

    public IndicatorView {
        readings = List.copyOf(readings);
    }

    /**
     * @param period its first day
     * @param value exact, as text
     * @param by who reported it last; {@code system:risk-service} where the feed told nothing and its figure stood as it was
     */
    public record ReadingView(LocalDate period, String value, String by) {}

    static Versioned<IndicatorView> of(Versioned<IndicatorDocument> stored) {
        var indicator = stored.state();
        var rule = indicator.rule();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new IndicatorView(
                        stored.id(),
                        indicator.riskId(),
                        indicator.departmentId(),
                        indicator.ownerId(),
                        indicator.name(),
                        indicator.nameEn(),
                        indicator.unit(),
                        rule.direction(),
                        rule.threshold().toPlainString(),
                        rule.recovery().toPlainString(),
                        rule.breaches(),
                        rule.rhythm(),
                        indicator.feed(),
                        indicator.readings().stream()
                                .map(reading -> new ReadingView(
                                        reading.period(), reading.value().toPlainString(), reading.by()))
                                .toList(),
                        indicator.warning() == null ? null : indicator.warning().id(),
                        indicator.warnings(),
                        indicator.retired()));
    }
}
