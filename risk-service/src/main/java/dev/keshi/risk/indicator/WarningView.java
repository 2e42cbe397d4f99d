package dev.keshi.risk.indicator;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keshi.messaging.Versioned;
import dev.keshi.risk.monitoring.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An early warning, with the indicator as it was when it warned.
 *
 * @param ownerName absent for somebody who was erased
 * @param threshold exact, as text
 * @param since the period whose value raised it
 * @param value of that period; exact, as text
 * @param escalatesOn the day from which it is escalated when nobody takes note
 * @param escalatedTo who was told then
 * @param recoveredOn the period whose value ended it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WarningView(
        String id,
        String indicatorId,
        String riskId,
        String departmentId,
        String ownerId,
        @Nullable String ownerName,
        String name,
        @Nullable String nameEn,
        String unit,
        Direction direction,
        String threshold,
        LocalDate since,
        @Nullable String value,
        Instant raisedAt,
        WarningStatus status,
        @Nullable LocalDate escalatesOn,
        @Nullable String acknowledgedBy,
        @Nullable String escalatedTo,
        @Nullable LocalDate recoveredOn) {

    /** @param names of people, by their ids */
    static Versioned<WarningView> of(Versioned<WarningDocument> stored, Map<String, String> names) {
        var warning = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new WarningView(
                        stored.id(),
                        warning.indicatorId(),
                        warning.riskId(),
                        warning.departmentId(),
                        warning.ownerId(),
                        names.get(warning.ownerId()),
                        warning.name(),
                        warning.nameEn(),
                        warning.unit(),
                        warning.direction(),
                        warning.threshold().toPlainString(),
                        warning.since(),
                        warning.value() == null ? null : warning.value().toPlainString(),
                        warning.raisedAt(),
                        warning.status(),
                        warning.escalatesOn(),
                        warning.acknowledgedBy(),
                        warning.escalatedTo(),
                        warning.recoveredOn()));
    }
}
