package dev.keshi.performance.scoring;

import java.util.NavigableMap;

/**
 * Ceilings for the two better grades. They only ever lower a grade, and never to a fail: who reaches the points for a pass
 * has passed.
 *
 * @param mostExcellent percent of all who were scored, 0 to 100, rounded down to whole people
 * @param mostGood the same for those who are good, not counting the excellent
 */
public record Distribution(int mostExcellent, int mostGood) {

    private static final long WHOLE = 100;

    public Distribution {
        if (mostExcellent < 0 || mostExcellent > WHOLE || mostGood < 0 || mostGood > WHOLE) {
            throw new IllegalArgumentException("distribution: " + mostExcellent + ", " + mostGood);
        }
    }

    /**
     * @param people how many reached each total; a total has one decimal, so there are at most 1,001 entries however many
     *     people there are
     */
    public Cutoffs cutoffs(Thresholds thresholds, NavigableMap<Total, Long> people) {
        long all = people.values().stream().mapToLong(Long::longValue).sum();
        var excellent = lowest(people, thresholds.excellent(), Cutoffs.NOBODY, placesForExcellent(all));
        var good = lowest(people, thresholds.good(), excellent, placesForGood(all));
        return new Cutoffs(excellent, good, thresholds.pass());
    }

    /** @param scored how many people have a total */
    public long placesForExcellent(long scored) {
        return scored * mostExcellent / WHOLE;
    }

    /** @param scored how many people have a total */
    public long placesForGood(long scored) {
        return scored * mostGood / WHOLE;
    }

    /** The lowest total from {@code threshold} on with at most {@code room} people between it and {@code below}. */
    private static Total lowest(NavigableMap<Total, Long> people, Total threshold, Total below, long room) {
        var cutoff = below;
        long taken = 0;
        for (var tied :
                people.subMap(threshold, true, below, false).descendingMap().entrySet()) {
            taken += tied.getValue();
            if (taken > room) {
                return cutoff;
            }
            cutoff = tied.getKey();
        }
        return threshold;
    }
}
