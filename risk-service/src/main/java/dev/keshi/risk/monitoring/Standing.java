package dev.keshi.risk.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Where an indicator stands after the values up to now. */
public sealed interface Standing {

    /** Before the first value. */
    static Standing unknown() {
        return new Calm(0, Optional.empty());
    }

    /**
     * No warning stands.
     *
     * @param run breaches in periods that followed each other, up to the last one; fewer than the rule asks for
     * @param last period of the last value
     */
    record Calm(int run, Optional<LocalDate> last) implements Standing {}

    /**
     * A warning stands.
     *
     * @param since the period whose value raised it
     */
    record Warned(LocalDate since) implements Standing {}

    /** @param period later than all before */
    default Standing after(LocalDate period, BigDecimal value, IndicatorRule rule) {
        return switch (this) {
            case Warned _ when rule.isRecoveredBy(value) -> new Calm(0, Optional.of(period));
            case Warned warned -> warned;
            case Calm _ when !rule.isBreachedBy(value) -> new Calm(0, Optional.of(period));
            case Calm(var before, var last) -> {
                int run = last.filter(one -> rule.follow(one, period)).isPresent() ? before + 1 : 1;
                yield run >= rule.breaches() ? new Warned(period) : new Calm(run, Optional.of(period));
            }
        };
    }
}
