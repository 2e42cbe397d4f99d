package dev.keshi.events.client;

/** Headers that a record in the dead-letter topic has besides those it came with. */
public final class DeadLetterHeaders {

    /** What all of them begin with. */
    public static final String PREFIX = "dead_letter_";

    /** {@code head} (it failed), {@code behind} (an earlier one of its key did), {@code alone} (it has no key), or {@code settled}. */
    public static final String KIND = "dead_letter_kind";

    public static final String SUBSCRIPTION = "dead_letter_subscription";
    public static final String TOPIC = "dead_letter_topic";
    public static final String PARTITION = "dead_letter_partition";
    public static final String OFFSET = "dead_letter_offset";
    public static final String REASON = "dead_letter_reason";
    public static final String ATTEMPTS = "dead_letter_attempts";
    public static final String TIME = "dead_letter_time";

    /** By what the record is known again when it comes a second time from the same place. */
    public static final String FINGERPRINT = "dead_letter_fingerprint";

    /** Headers that are not Keshi's were left out, because the record was too large for the dead-letter topic. */
    public static final String HEADERS_OMITTED = "dead_letter_headers_omitted";

    /** The value was too large for the dead-letter topic: read it from the original topic, partition and offset. */
    public static final String VALUE_OMITTED = "dead_letter_value_omitted";

    /** Of a settlement: letters of this key with smaller offsets are done with. */
    public static final String SETTLED_BEFORE = "dead_letter_settled_before";

    /** Of a settlement: the letter at which a redrive stopped. */
    public static final String HELD_BY = "dead_letter_held_by";

    /** Of a settlement: one letter that was given up for good. */
    public static final String DISCARDED = "dead_letter_discarded";

    private DeadLetterHeaders() {}
}
