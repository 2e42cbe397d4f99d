package dev.keshi.risk.indicator;

import dev.keshi.risk.monitoring.Direction;
import dev.keshi.risk.monitoring.IndicatorRule;
import dev.keshi.risk.monitoring.Rhythm;
import dev.keshi.risk.monitoring.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as it is kept.
 *
 * @param feed where its values come from by themselves; absent when people or programs report them
 * @param readings the newest values, by period; older ones are settled
 * @param told what the feed told last, by period; absent of those that were kept before it was
 * @param carriesOn from when a period has a value without being told of one; absent when none will
 * @param settled where it stood before the first of them
 * @param warnings how many it raised
 * @param warning the one that stands
 */
record IndicatorDocument(
        String riskId,
        String departmentId,
        String ownerId,
        String name,
        @Nullable String nameEn,
        String unit,
        Rule rule,
        @Nullable Feed feed,
        List<Reading> readings,
        @Nullable List<Told> told,
        @Nullable LocalDate carriesOn,
        Stood settled,
        int warnings,
        @Nullable Raised warning,
        boolean retired) {

    IndicatorDocument {
        readings = List.copyOf(readings);
        told = told == null ? null : List.copyOf(told);
    }

    record Rule(Direction direction, BigDecimal threshold, BigDecimal recovery, int breaches, Rhythm rhythm) {

        static Rule of(IndicatorRule rule) {
            return new Rule(rule.direction(), rule.threshold(), rule.recovery(), rule.breaches(), rule.rhythm());
        }

        IndicatorRule toRule() {
            return new IndicatorRule(direction, threshold, recovery, breaches, rhythm);
        }
    }

    /** @param by who reported it last */
    record Reading(LocalDate period, BigDecimal value, String by) {

        /** Who reports that a figure stood as it was. */
        static final String CARRIED = "system:risk-service";

        boolean isCarried() {
            return by.equals(CARRIED);
        }
    }

    /**
     * A figure as the feed told it.
     *
     * @param value absent when nothing is known any more
     * @param at when it was told
     * @param through last day of what it measures
     */
    record Told(LocalDate period, @Nullable BigDecimal value, Instant at, LocalDate through) {

        boolean isLaterThan(Told other) {
            int later = through.compareTo(other.through);
            return later == 0 ? !at.isBefore(other.at) : later > 0;
        }
    }

    record Raised(String id, LocalDate since) {}

    /** @param warnedSince only while a warning stands */
    record Stood(
            int run, @Nullable LocalDate last, @Nullable LocalDate warnedSince) {

        static Stood of(Standing standing) {
            return switch (standing) {
                case Standing.Calm(var run, var last) -> new Stood(run, last.orElse(null), null);
                case Standing.Warned(var since) -> new Stood(0, null, since);
            };
        }

        Standing toStanding() {
            return warnedSince == null
                    ? new Standing.Calm(run, Optional.ofNullable(last))
                    : new Standing.Warned(warnedSince);
        }
    }

    SortedMap<LocalDate, Reading> byPeriod() {
        var all = new TreeMap<LocalDate, Reading>();
        readings.forEach(reading -> all.put(reading.period(), reading));
        return all;
    }

    IndicatorContent content() {
        return new IndicatorContent(name, Optional.ofNullable(nameEn), unit, ownerId, rule.toRule());
    }
}
