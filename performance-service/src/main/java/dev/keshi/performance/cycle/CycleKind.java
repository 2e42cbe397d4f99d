package dev.keshi.performance.cycle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How long a cycle is: 月度, 季度, 半年, 年度. It may begin on any day, and it may be shorter, as for a department that is new; but not so short
 * that the next shorter kind would hold it.
 */
public enum CycleKind {
    MONTHLY(1, 31),
    QUARTERLY(32, 92),
    HALF_YEARLY(93, 184),
    ANNUAL(185, 366);

    private final int fewestDays;
    private final int mostDays;

    CycleKind(int fewestDays, int mostDays) {
        this.fewestDays = fewestDays;
        this.mostDays = mostDays;
    }

    int fewestDays() {
        return fewestDays;
    }

    int mostDays() {
        return mostDays;
    }

    /** Whether a period from the one day to the other, both of them in it, is of this kind. */
    boolean fits(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days >= fewestDays && days <= mostDays;
    }
}
