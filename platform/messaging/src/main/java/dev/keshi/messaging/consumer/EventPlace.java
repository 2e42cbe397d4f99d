package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands among those of its aggregate, and how far a document has come in them. Every store begins in epoch 1,
 * so a document only tells a later one.
 *
 * <p>The first event of a later epoch may have any sequence that is not ahead: the store was restored to an earlier point and
 * goes on from there.
 */
record EventPlace(long epoch, long sequence) implements Comparable<EventPlace> {

    static final String SEQUENCE = "sequence";
    static final String EPOCH = "epoch";

    /** Before the first event. */
    static final EventPlace NONE = new EventPlace(0, 0);

    private static final long FIRST_EPOCH = 1;
    private static final Comparator<EventPlace> ORDER =
            Comparator.comparingLong(EventPlace::epoch).thenComparingLong(EventPlace::sequence);

    static EventPlace of(Incoming incoming) {
        return new EventPlace(counted(incoming.raw().epoch()), incoming.raw().sequence());
    }

    /** Others may begin at 0. */
    static long counted(long epoch) {
        return Math.max(FIRST_EPOCH, epoch);
    }

    /** @param keeps the document, or what in it keeps the place; absent of one that has heard of no event */
    static EventPlace in(@Nullable Document keeps) {
        var sequence = keeps == null ? null : keeps.getLong(SEQUENCE);
        var epoch = keeps == null ? null : keeps.getLong(EPOCH);
        return sequence == null ? NONE : new EventPlace(epoch == null ? FIRST_EPOCH : counted(epoch), sequence);
    }

    boolean isFollowedBy(EventPlace next) {
        return epoch == next.epoch
                ? next.sequence == sequence + 1
                : epoch < next.epoch && next.sequence <= sequence + 1;
    }

    /** Documents for which an event of this place is the next one. */
    Bson nextOf(String path) {
        var same = and(epochIs(path), eq(path + SEQUENCE, sequence - 1));
        return epoch == FIRST_EPOCH ? same : or(same, and(epochIsEarlier(path), gte(path + SEQUENCE, sequence - 1)));
    }

    /** Documents that stand here or have not come so far. */
    Bson reachedFrom(String path) {
        var same = and(epochIs(path), lte(path + SEQUENCE, sequence));
        return epoch == FIRST_EPOCH ? same : or(same, epochIsEarlier(path));
    }

    /** Documents that have not come so far. */
    Bson aheadOf(String path) {
        return new EventPlace(epoch, sequence - 1).reachedFrom(path);
    }

    /** Documents of earlier epochs, wherever they stand. */
    Bson laterEpochThan(String path) {
        return epochIsEarlier(path);
    }

    List<Bson> updates(String path) {
        var updates = new ArrayList<>(List.of(Updates.set(path + SEQUENCE, sequence)));
        if (epoch != FIRST_EPOCH) {
            updates.add(Updates.set(path + EPOCH, epoch));
        }
        return updates;
    }

    void putInto(Document document) {
        document.append(SEQUENCE, sequence);
        if (epoch != FIRST_EPOCH) {
            document.append(EPOCH, epoch);
        }
    }

    private Bson epochIs(String path) {
        return epoch == FIRST_EPOCH ? not(gt(path + EPOCH, epoch)) : eq(path + EPOCH, epoch);
    }

    private Bson epochIsEarlier(String path) {
        return or(lt(path + EPOCH, epoch), eq(path + EPOCH, null));
    }

    @Override
    public int compareTo(EventPlace other) {
        return ORDER.compare(this, other);
    }

    /** Shown to operators, who seldom see more than one epoch. */
    String besides(EventPlace other) {
        return epoch == other.epoch || other.equals(NONE) ? Long.toString(sequence) : sequence + " of epoch " + epoch;
    }
}
