package dev.keshi.risk.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** What became of a warning when an indicator was judged. */
sealed interface WarningTurn {

    String warningId();

    /** @param value absent when it is settled */
    record Raised(String warningId, LocalDate since, Optional<BigDecimal> value) implements WarningTurn {}

    /** @param on the period that recovered; absent when a correction or another rule took the breach away */
    record Recovered(String warningId, Optional<LocalDate> on) implements WarningTurn {}
}
