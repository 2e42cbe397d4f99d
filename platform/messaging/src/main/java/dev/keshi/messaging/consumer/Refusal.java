package dev.keshi.messaging.consumer;

import com.mongodb.bulk.BulkWriteError;
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

    /** Sequences of one aggregate, both included. */
    record Missing(long from, long to) {}

    static Refusal of(Kind kind, String reason) {
        return new Refusal(kind, reason, null);
    }

    static Refusal byHandler(RuntimeException refused) {
        return of(Kind.HANDLER, refused.toString());
    }

    static Refusal byStore(BulkWriteError refused) {
        return of(Kind.STORE, refused.getMessage());
    }

    /** @param stands sequence of the last event that was applied; 0 when none was */
    static Refusal gap(long stands, long sequence) {
        return new Refusal(
                Kind.GAP, "gap: sequence " + sequence + " follows " + stands, new Missing(stands + 1, sequence - 1));
    }
}
