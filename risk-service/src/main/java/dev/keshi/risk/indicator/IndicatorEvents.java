package dev.keshi.risk.indicator;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.risk.ReportedValue;
import dev.keshi.contracts.risk.RiskIndicatorDefinedV1;
import dev.keshi.contracts.risk.RiskIndicatorReportedV1;
import dev.keshi.contracts.risk.RiskIndicatorRetiredV1;
import dev.keshi.contracts.risk.WarningAcknowledgedV1;
import dev.keshi.contracts.risk.WarningClosedV1;
import dev.keshi.contracts.risk.WarningEscalatedV1;
import dev.keshi.contracts.risk.WarningRaisedV1;
import dev.keshi.contracts.risk.WarningRecoveredV1;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What others hear of indicators and warnings. */
final class IndicatorEvents {

    private IndicatorEvents() {}

    static PublishedEvent defined(IndicatorId id, IndicatorDocument indicator) {
        var rule = indicator.rule();
        var feed = indicator.feed();
        return new RiskIndicatorDefinedV1(
                id.value(),
                indicator.riskId(),
                indicator.departmentId(),
                indicator.ownerId(),
                indicator.name(),
                indicator.nameEn(),
                indicator.unit(),
                rule.direction().name(),
                rule.threshold().toPlainString(),
                rule.recovery().toPlainString(),
                rule.breaches(),
                rule.rhythm().name(),
                feed == null ? null : feed.performanceIndicator(),
                feed == null ? null : feed.departmentId());
    }

    static PublishedEvent reported(
            IndicatorId id, IndicatorDocument indicator, SortedMap<LocalDate, BigDecimal> changed) {
        return new RiskIndicatorReportedV1(
                id.value(),
                indicator.departmentId(),
                changed.entrySet().stream()
                        .map(value -> new ReportedValue(
                                value.getKey(), value.getValue().toPlainString()))
                        .toList(),
                indicator.warning() != null);
    }

    static PublishedEvent retired(IndicatorId id, String departmentId) {
        return new RiskIndicatorRetiredV1(id.value(), departmentId);
    }

    static PublishedEvent raised(String id, WarningDocument warning) {
        return new WarningRaisedV1(
                id,
                warning.indicatorId(),
                warning.riskId(),
                warning.departmentId(),
                warning.ownerId(),
                warning.name(),
                warning.nameEn(),
                warning.unit(),
                warning.direction().name(),
                warning.threshold().toPlainString(),
                warning.since(),
                text(warning.value()));
    }

    static PublishedEvent recovered(String id, WarningDocument warning) {
        return new WarningRecoveredV1(
                id, warning.indicatorId(), warning.departmentId(), warning.ownerId(), warning.recoveredOn());
    }

    static PublishedEvent acknowledged(String id, WarningDocument warning, String by) {
        return new WarningAcknowledgedV1(id, warning.departmentId(), warning.ownerId(), by);
    }

    static PublishedEvent escalated(String id, WarningDocument warning, String to) {
        return new WarningEscalatedV1(
                id,
                warning.indicatorId(),
                warning.riskId(),
                warning.departmentId(),
                warning.ownerId(),
                to,
                warning.name(),
                warning.nameEn());
    }

    static PublishedEvent closed(String id, WarningDocument warning) {
        return new WarningClosedV1(
                id, warning.indicatorId(), warning.riskId(), warning.departmentId(), warning.ownerId());
    }

    private static @Nullable String text(@Nullable BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }
}
