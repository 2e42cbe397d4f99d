package dev.keshi.risk.indicator;

import dev.keshi.risk.monitoring.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An early warning as it is kept. What the indicator was when it warned stands here, whatever becomes of it later.
 *
 * @param value of the period that raised it
 * @param escalatesOn the day from which it is escalated when nobody has taken note; absent from then on
 * @param recoveredOn the period that recovered; absent while it stands, and when a correction took the breach away
 */
record WarningDocument(
        String indicatorId,
        String riskId,
        String departmentId,
        String ownerId,
        String name,
        @Nullable String nameEn,
        String unit,
        Direction direction,
        BigDecimal threshold,
        LocalDate since,
        @Nullable BigDecimal value,
        Instant raisedAt,
        WarningStatus status,
        @Nullable LocalDate escalatesOn,
        @Nullable String acknowledgedBy,
        @Nullable String escalatedTo,
        @Nullable LocalDate recoveredOn) {

    static WarningDocument raised(
            IndicatorId id, IndicatorDocument indicator, WarningTurn.Raised turn, Instant at, LocalDate escalatesOn) {
        return new WarningDocument(
                id.value(),
                indicator.riskId(),
                indicator.departmentId(),
                indicator.ownerId(),
                indicator.name(),
                indicator.nameEn(),
                indicator.unit(),
                indicator.rule().direction(),
                indicator.rule().threshold(),
                turn.since(),
                turn.value().orElse(null),
                at,
                WarningStatus.STANDING,
                escalatesOn,
                null,
                null,
                null);
    }

    WarningDocument recovered(@Nullable LocalDate on) {
        return status == WarningStatus.STANDING
                ? with(WarningStatus.RECOVERED, escalatesOn, acknowledgedBy, escalatedTo, on)
                : this;
    }

    WarningDocument acknowledged(String by) {
        if (status == WarningStatus.CLOSED || acknowledgedBy != null) {
            throw new IndicatorProblem.NothingToAcknowledge();
        }
        return with(status, null, by, escalatedTo, recoveredOn);
    }

    boolean isToBeEscalatedOn(LocalDate today) {
        return status != WarningStatus.CLOSED && escalatesOn != null && !escalatesOn.isAfter(today);
    }

    /** Once; nobody above ends it too. */
    WarningDocument escalated(@Nullable String to) {
        return with(status, null, acknowledgedBy, to, recoveredOn);
    }

    WarningDocument closed() {
        return with(WarningStatus.CLOSED, null, acknowledgedBy, escalatedTo, recoveredOn);
    }

    private WarningDocument with(
            WarningStatus newStatus,
            @Nullable LocalDate escalation,
            @Nullable String acknowledged,
            @Nullable String escalated,
            @Nullable LocalDate recovered) {
        return new WarningDocument(
                indicatorId,
                riskId,
                departmentId,
                ownerId,
                name,
                nameEn,
                unit,
                direction,
                threshold,
                since,
                value,
                raisedAt,
                newStatus,
                escalation,
                acknowledged,
                escalated,
                recovered);
    }
}
