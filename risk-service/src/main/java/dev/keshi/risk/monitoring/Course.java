package dev.keshi.risk.monitoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What came of a row of values.
 *
 * @param episodes each time it warned, in order; only the last may still go on
 * @param standing after the last value
 */
public record Course(List<Episode> episodes, Standing standing) {

    public Course {
        episodes = List.copyOf(episodes);
    }

    /**
     * One warning.
     *
     * @param since period whose value raised it; when the values begin in the middle of a warning, the one that is told
     * @param until period whose value ended it; empty while it stands
     */
    public record Episode(LocalDate since, Optional<LocalDate> until) {}

    /**
     * @param before where it stood before the first value
     * @param values by period
     */
    public static Course of(IndicatorRule rule, Standing before, SortedMap<LocalDate, BigDecimal> values) {
        var episodes = new ArrayList<Episode>();
        var at = before;
        for (var value : values.entrySet()) {
            var next = at.after(value.getKey(), value.getValue(), rule);
            if (at instanceof Standing.Warned(var since) && next instanceof Standing.Calm) {
                episodes.add(new Episode(since, Optional.of(value.getKey())));
            }
            at = next;
        }
        if (at instanceof Standing.Warned(var since)) {
            episodes.add(new Episode(since, Optional.empty()));
        }
        return new Course(episodes, at);
    }
}
