package dev.keshi.reporting.archive;

import java.time.Instant;

/** Java knows more years than the store does; before and after those of the store there is nothing to find. */
public final class ArchivedTime {

    private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private ArchivedTime() {}

    /** @return the same, or what is closest to it of the times that can be stored */
    public static Instant nearest(Instant time) {
        if (time.isBefore(FIRST)) {
            return FIRST;
        }
        return time.isAfter(LAST) ? LAST : time;
    }
}
