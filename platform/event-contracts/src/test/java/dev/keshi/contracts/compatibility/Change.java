package dev.keshi.contracts.compatibility;

/**
 * A kind of difference between a released contract and the one of this build.
 *
 * <p>Two readers decide what breaks. A <em>subscriber</em> that was written against the released contract reads what is published from now on, and this
 * release reads what was published then, because the archive and Kafka keep it. So whatever lets an event through that was refused before breaks the
 * first, whatever refuses one that was let through breaks the second, and only what touches neither is harmless. Unknown fields are ignored by contract;
 * that is why a new optional field is the one thing that may be added.
 */
public enum Change {
    /** Subscribers wait for it for ever, and the archive holds events that nobody reads any more. */
    TYPE_REMOVED(true),
    TYPE_ADDED(false),

    /** Who is asked about the type, and whose topic it is on, is part of the promise. */
    OWNER_CHANGED(true),
    /** A subscriber of the old topic sees no error, only silence. */
    TOPIC_CHANGED(true),
    /** Another number of partitions moves keys between partitions, so that their order is lost; compaction loses history. */
    TOPIC_LAYOUT_CHANGED(true),
    /** Events of one aggregate share a sequence: with another aggregate there are gaps and repetitions. */
    AGGREGATE_CHANGED(true),
    /** The key is the unit of order: with another one, events that belong together overtake each other. */
    KEY_CHANGED(true),
    /** {@code $id} is what {@code ce_dataschema} says; subscribers look schemas up by it. */
    ADDRESS_CHANGED(true),
    DIALECT_CHANGED(true),

    FIELD_REMOVED(true),
    OPTIONAL_FIELD_ADDED(false),
    /** Events of the archive do not have it. */
    REQUIRED_FIELD_ADDED(true),
    /** The released object says that it has no further fields, so subscribers refuse one. */
    FIELD_ADDED_TO_CLOSED_OBJECT(true),
    /** Events of the archive may lack it. */
    BECAME_REQUIRED(true),
    /** Subscribers rely on it. */
    BECAME_OPTIONAL(true),
    /** Events of the archive may have fields that are refused now, and nothing can be added any more. */
    OBJECT_CLOSED(true),
    /** Subscribers that check refuse the fields that may come now. */
    OBJECT_OPENED(true),

    JSON_TYPE_CHANGED(true),
    /** Subscribers do not expect {@code null}; an absent value is left out. */
    NULL_ALLOWED(true),
    NULL_FORBIDDEN(true),

    /**
     * Subscribers switch over a closed list and have no branch for the new value: the approval that ends in a way they never heard of stops them, or
     * worse, falls into their {@code else}. A list that is meant to grow is no {@code enum}: it is text, and its description says that others may come.
     */
    VALUE_ADDED(true),
    /** Events of the archive have it, and subscribers wait for it for ever. */
    VALUE_REMOVED(true),
    VALUES_CLOSED(true),
    VALUES_OPENED(true),

    /** The list is open by contract: whoever does not know the value treats it as "other". */
    KNOWN_VALUE_ADDED(false),
    /** Events of the archive have it, and subscribers wait for it for ever; a value that was renamed is one that is gone and one that is new. */
    KNOWN_VALUE_WITHDRAWN(true),

    /** Subscribers parse by it, whether or not their validator checks it. */
    FORMAT_CHANGED(true),
    PATTERN_CHANGED(true),
    LIMIT_TIGHTENED(true),
    /** The column that a subscriber made for 40 characters is too small for 80. */
    LIMIT_LOOSENED(true),
    /** An absent field means something else from now on, and did not for the events of the archive. */
    DEFAULT_CHANGED(true),

    /** Erasing a person destroys the key; what travels in plain text stays in every copy for ever. */
    ENCRYPTION_REMOVED(true),
    ENCRYPTION_ADDED(true),

    /** Any other rule, known to the checker or not: what cannot be shown to be harmless is not let through. */
    RULE_CHANGED(true),
    /** A contract is complete in one document: what stands elsewhere can change unseen. */
    REFERENCE_NOT_FOLLOWED(true),

    /** Titles, descriptions, examples, comments and the notes on since when. */
    WORDS_CHANGED(false);

    private final boolean breaks;

    Change(boolean breaks) {
        this.breaks = breaks;
    }

    public boolean breaks() {
        return breaks;
    }
}
