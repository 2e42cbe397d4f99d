package dev.keshi.messaging.consumer;

import com.mongodb.bulk.BulkWriteError;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Why an event was not applied.
 *
 * @param missing what has to come before it; absent when nothing is known to be missing
 */
record Refusal(Kind kind, String reason, @Nullable Missing missing) {

    static final Refusal BEHIND = of(Kind.BEHIND, "behind a parked event");

    /** By what operators count. */
    enum Kind {
        /** No complete envelope: no event of ours. */
        FOREIGN("foreign"),
        TOO_LARGE("too-large"),
        UNKNOWN_TYPE("unknown-type"),
        /** Not what its type says, or not of this topic or key. */
        UNREADABLE("unreadable"),
        GAP("gap"),
        /** Another event has taken its place: one of the two is not from us. */
        TAKEN_PLACE("taken-place"),
        /** Another event has taken its id. */
        TAKEN_ID("taken-id"),
        /** Refused by its handler. */
        HANDLER("handler"),
        /** MongoDB refuses what the handler wants: a unique index, a damaged document. */
        STORE("store"),
        /** As good as any, but its key is parked. */
        BEHIND("behind");

        private final String tag;

        Kind(String tag) {
            this.tag = tag;
        }

        String tag() {
            return tag;
        }
    }

    /**
     * Sequences of one aggregate, both included.
     *
     * @param epoch in which they, or what was given out in their place, come at the earliest
     */
    record Missing(long epoch, long from, long to) {}

    static Refusal of(Kind kind, String reason) {
        return new Refusal(kind, reason, null);
    }

    static Refusal byHandler(RuntimeException refused) {
        return of(Kind.HANDLER, refused.toString());
    }

    static Refusal byStore(BulkWriteError refused) {
        return of(Kind.STORE, refused.getMessage());
    }

    /** @param holder what tells the one that has it from others */
    static Refusal takenId(String id, Document holder) {
        var told = holder.entrySet().stream()
                .map(field -> field.getKey() + " " + field.getValue())
                .collect(Collectors.joining(", "));
        return of(Kind.TAKEN_ID, "taken id: " + id + " is that of another event, " + told);
    }

    /** @param stands place of the last event that was applied */
    static Refusal gap(EventPlace stands, EventPlace event) {
        var follows = stands.equals(EventPlace.NONE) ? "0" : stands.besides(event);
        return new Refusal(
                Kind.GAP,
                "gap: sequence " + event.besides(stands) + " follows " + follows,
                new Missing(stands.epoch(), stands.sequence() + 1, event.sequence() - 1));
    }

    /** @param holder id of the event that was applied */
    static Refusal takenPlace(long sequence, String holder) {
        return of(Kind.TAKEN_PLACE, "taken place: sequence " + sequence + " is that of event " + holder);
    }
}
