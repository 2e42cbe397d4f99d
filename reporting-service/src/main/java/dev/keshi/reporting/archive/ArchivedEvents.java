package dev.keshi.reporting.archive;

import com.mongodb.client.MongoCursor;
import dev.keshi.messaging.consumer.RawEvent;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** Archived events as they were on the wire, key after key and each key in its order. To be closed. */
public final class ArchivedEvents implements AutoCloseable {

    private final MongoCursor<Document> cursor;

    ArchivedEvents(MongoCursor<Document> cursor) {
        this.cursor = cursor;
    }

    /** @return the next ones; none at the end */
    public List<RawEvent> next(int most) {
        var events = new ArrayList<RawEvent>(most);
        while (events.size() < most && cursor.hasNext()) {
            events.add(event(cursor.next()));
        }
        return events;
    }

    @Override
    public void close() {
        cursor.close();
    }

    private static RawEvent event(Document event) {
        return new RawEvent(
                event.getString(Fields.ID),
                event.getString(Fields.SOURCE),
                event.getString(Fields.TYPE),
                event.getString(Fields.TOPIC),
                event.getString(Fields.AGGREGATE),
                event.getString(Fields.KEY),
                event.getLong(Fields.SEQUENCE),
                event.getLong(Fields.EPOCH),
                event.getDate(Fields.TIME).toInstant(),
                event.getString(Fields.ACTOR),
                event.getString(Fields.TRACEPARENT),
                event.get(Fields.JSON, Binary.class).getData());
    }
}
