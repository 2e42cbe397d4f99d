package dev.keshi.risk.indicator;

import dev.keshi.risk.indicator.IndicatorDocument.Told;
import dev.keshi.risk.monitoring.Rhythm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the feed told last in each period. A figure is told when it moves, so what was told last stands until the span that it measures is over:
 * where a figure of a quarter feeds an indicator of months, a month in which it did not move has it all the same.
 */
final class Figures {

    private final TreeMap<LocalDate, Told> told = new TreeMap<>();

    static Figures of(@Nullable List<Told> kept) {
        var figures = new Figures();
        if (kept != null) {
            kept.forEach(figure -> figures.told.put(figure.period(), figure));
        }
        return figures;
    }

    /** Of two of one period the later one counts, whichever comes first. */
    void tell(Told figure) {
        told.merge(figure.period(), figure, (before, now) -> now.isLaterThan(before) ? now : before);
    }

    /**
     * @param today periods that are not over then have no figure yet
     * @return by period what stood in those in which nothing was told
     */
    SortedMap<LocalDate, BigDecimal> standing(Rhythm rhythm, LocalDate today) {
        var standing = new TreeMap<LocalDate, BigDecimal>();
        for (var figure : told.values()) {
            var value = figure.value();
            if (value != null) {
                var period = rhythm.following(figure.period());
                while (standsIn(period, figure) && !rhythm.following(period).isAfter(today)) {
                    standing.put(period, value);
                    period = rhythm.following(period);
                }
            }
        }
        return standing;
    }

    /**
     * @param known periods that have a value
     * @return from which day on the first one that has none has a figure without being told of one, also between two of which was told; empty
     *     when none will
     */
    Optional<LocalDate> nextOn(Rhythm rhythm, Collection<LocalDate> known) {
        for (var figure : told.values()) {
            var period = rhythm.following(figure.period());
            while (figure.value() != null && standsIn(period, figure)) {
                if (!known.contains(period)) {
                    return Optional.of(rhythm.following(period));
                }
                period = rhythm.following(period);
            }
        }
        return Optional.empty();
    }

    void forgetBefore(LocalDate period) {
        told.headMap(period).clear();
    }

    List<Told> all() {
        return List.copyOf(told.values());
    }

    private boolean standsIn(LocalDate period, Told figure) {
        return !told.containsKey(period) && !period.isAfter(figure.through());
    }
}
