package dev.keshi.performance.scoring;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days a cycle judges. @param last is one of them */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("period: " + first + " to " + last);
        }
    }

    public int days() {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, last) + 1);
    }

    /** How many days of this period lie in another. */
    int daysWithin(Period other) {
        var from = first.isBefore(other.first) ? other.first : first;
        var to = last.isAfter(other.last) ? other.last : last;
        return to.isBefore(from) ? 0 : new Period(from, to).days();
    }
}
