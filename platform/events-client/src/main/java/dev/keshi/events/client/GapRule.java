package dev.keshi.events.client;

import java.util.Optional;

/**
 * What happens to an event when one before it was never seen, because the topic no longer holds it. On a compacted topic, which keeps only
 * the newest of each key, nothing is a gap.
 */
public enum GapRule {

    /**
     * It is parked until what is missing came by a replay; so is the first event that is seen of an aggregate, unless it is its first. For
     * this, the positions of all events of the aggregate are kept, also of the types that nobody handles.
     */
    PARK {
        @Override
        boolean parks(Optional<Position> last, Position next) {
            return last.map(next::leavesGapAfter).orElse(next.sequence() > 1);
        }
    },

    /**
     * As {@link #PARK}, except that the first event seen of an aggregate may have any sequence: for those who begin late on purpose. What
     * was before it is never handled, not even when it is replayed.
     */
    PARK_AFTER_FIRST {
        @Override
        boolean parks(Optional<Position> last, Position next) {
            return last.map(next::leavesGapAfter).orElse(false);
        }
    },

    /** It is handled. For those who need the newest state only: an event tells its values completely. */
    ACCEPT {
        @Override
        boolean parks(Optional<Position> last, Position next) {
            return false;
        }
    };

    abstract boolean parks(Optional<Position> last, Position next);
}
