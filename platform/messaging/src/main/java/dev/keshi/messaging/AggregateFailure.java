package dev.keshi.messaging;

/** Why the aggregate store did not carry out a command. Nothing was written. */
public abstract sealed class AggregateFailure extends RuntimeException {

    private final String aggregateId;

    private AggregateFailure(String aggregateId, String message) {
        super(message);
        this.aggregateId = aggregateId;
    }

    public String aggregateId() {
        return aggregateId;
    }

    /** There is no such aggregate. */
    public static final class NotFound extends AggregateFailure {
        public NotFound(String id) {
            super(id, "No aggregate " + id);
        }
    }

    /** The id is taken by another command. */
    public static final class AlreadyExists extends AggregateFailure {
        public AlreadyExists(String id) {
            super(id, "Aggregate " + id + " exists already");
        }
    }

    /** The caller saw an older version: HTTP 412. */
    public static final class Stale extends AggregateFailure {
        public Stale(String id, long expected, long actual) {
            super(id, "Aggregate " + id + " is at version " + actual + ", expected " + expected);
        }
    }

    /** Others won every attempt: HTTP 409. */
    public static final class Contended extends AggregateFailure {
        public Contended(String id) {
            super(id, "Aggregate " + id + " is being changed by others");
        }
    }

    /** An event of the command has more bytes than one may have: HTTP 422. */
    public static final class EventTooLarge extends AggregateFailure {
        private final int most;

        public EventTooLarge(String id, String type, int bytes, int most) {
            super(id, type + " of " + id + " has " + bytes + " bytes, and an event has at most " + most);
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /** Too many events wait to be published; the command may be repeated later: HTTP 503. */
    public static final class OutboxFull extends AggregateFailure {
        public OutboxFull(String id, int cap) {
            super(id, "Aggregate " + id + " has " + cap + " unpublished events");
        }

        private OutboxFull(String id) {
            super(id, "Aggregate " + id + " has as many bytes of unpublished events as a document holds");
        }

        static OutboxFull ofBytes(String id) {
            return new OutboxFull(id);
        }
    }
}
