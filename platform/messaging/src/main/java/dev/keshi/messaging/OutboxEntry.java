package dev.keshi.messaging;

import java.util.Date;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One event that waits in its aggregate's document, complete enough to be published by a release that does not know
 * its type.
 *
 * @param epoch of the store when it happened: what a restored store still holds is what it published before, and no new event
 */
record OutboxEntry(
        String id,
        long sequence,
        String type,
        String topic,
        String aggregate,
        Date time,
        Binary data,
        String actor,
        @Nullable String traceparent,
        long epoch) {

    static final String ID = "id";
    static final String SEQUENCE = "seq";
    static final String TIME = "time";

    private static final long FIRST_EPOCH = 1;

    Document toDocument() {
        var document = new Document(ID, id)
                .append(SEQUENCE, sequence)
                .append("type", type)
                .append("topic", topic)
                .append("aggregate", aggregate)
                .append(TIME, time)
                .append("data", data)
                .append("actor", actor);
        if (traceparent != null) {
            document.append("trace", traceparent);
        }
        return epoch == FIRST_EPOCH ? document : document.append("epoch", epoch);
    }

    static OutboxEntry of(Document document) {
        return new OutboxEntry(
                document.getString(ID),
                document.getLong(SEQUENCE),
                document.getString("type"),
                document.getString("topic"),
                document.getString("aggregate"),
                document.getDate(TIME),
                document.get("data", Binary.class),
                document.getString("actor"),
                document.getString("trace"),
                document.get("epoch", FIRST_EPOCH));
    }
}
