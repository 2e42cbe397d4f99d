package dev.keshi.risk.indicator;

import dev.keshi.risk.register.RiskId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What can be asked of indicators. */
public sealed interface IndicatorCommand {

    /**
     * @param risk that it watches
     * @param feed where its values come from by themselves
     */
    record Define(RiskId risk, IndicatorContent content, Optional<Feed> feed) implements IndicatorCommand {}

    /** A command about an indicator that exists. */
    sealed interface OfExisting extends IndicatorCommand {
        IndicatorId id();
    }

    /** As it is from now on, completely; its values are judged again. */
    record Revise(IndicatorId id, IndicatorContent content) implements OfExisting {}

    /** @param values by the first day of their period; one that is there is corrected */
    record Report(IndicatorId id, SortedMap<LocalDate, BigDecimal> values) implements OfExisting {

        public Report {
            values = new TreeMap<>(values);
        }
    }

    /** It is watched no longer. */
    record Retire(IndicatorId id) implements OfExisting {}
}
