package dev.keshi.reporting.archive;

/** Names of the fields of the collection {@code events}. */
final class Fields {

    static final String EVENTS = "events";
    static final String ID = "_id";
    static final String SOURCE = "source";
    static final String TYPE = "type";
    static final String TOPIC = "topic";
    static final String AGGREGATE = "aggregate";
    static final String KEY = "key";
    static final String SEQUENCE = "sequence";
    static final String EPOCH = "epoch";
    static final String TIME = "time";
    static final String ACTOR = "actor";
    static final String TRACEPARENT = "traceparent";

    /** The value byte by byte, to be published again. */
    static final String JSON = "json";

    static final String ARCHIVED_AT = "archivedAt";

    private Fields() {}
}
