package dev.keshi.messaging;

/** Names of the fields that every aggregate document has beside its own {@code state}. */
final class AggregateDocument {

    static final String ID = "_id";
    static final String VERSION = "version";
    static final String STATE = "state";

    /** Number of the last event that was appended; rises by one with each event, never repeats. */
    static final String SEQUENCE = "sequence";

    /** Which relay lane publishes for this aggregate. */
    static final String LANE = "lane";

    /** Idempotency keys of the last commands. */
    static final String COMMANDS = "commands";

    /** Events that are not published yet, oldest first. */
    static final String OUTBOX = "outbox";

    static final String OLDEST_PENDING = OUTBOX + ".0";

    private AggregateDocument() {}
}
