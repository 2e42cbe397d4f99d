package dev.keshi.messaging;

/** Names of the fields that every aggregate document has beside its own {@code state}. */
public final class AggregateDocument {

    public static final String ID = "_id";
    public static final String VERSION = "version";
    public static final String STATE = "state";

    /** Number of the last event that was appended; rises by one with each event, never repeats. */
    public static final String SEQUENCE = "sequence";

    /** Which relay lane publishes for this aggregate. */
    public static final String LANE = "lane";

    /** Idempotency keys of the last commands. */
    public static final String COMMANDS = "commands";

    /** Events that are not published yet, oldest first. */
    public static final String OUTBOX = "outbox";

    public static final String OLDEST_PENDING = OUTBOX + ".0";

    /** Which source aggregate an aggregate follows that events made, and how far. */
    public static final String HEARD = "heard";

    /** True from when it was deleted; then there is no {@code state}. */
    public static final String DELETED = "deleted";

    private AggregateDocument() {}
}
