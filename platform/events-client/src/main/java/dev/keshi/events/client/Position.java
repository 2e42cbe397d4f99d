package dev.keshi.events.client;

import java.util.Comparator;

/**
 * How far the events of an aggregate are.
 *
 * @param epoch rises when Keshi's store was restored to an earlier point, whereafter sequences may begin lower
 * @param sequence from 1 without a gap
 */
public record Position(long epoch, long sequence) implements Comparable<Position> {

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::epoch).thenComparingLong(Position::sequence);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** Whether something between the two has not been seen; a new epoch leaves none. */
    boolean leavesGapAfter(Position last) {
        return epoch == last.epoch && sequence > last.sequence + 1;
    }

    @Override
    public String toString() {
        return epoch == 0 ? Long.toString(sequence) : sequence + " of epoch " + epoch;
    }
}
