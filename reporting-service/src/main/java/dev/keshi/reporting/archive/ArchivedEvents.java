package dev.keshi.reporting.archive;

import dev.keshi.messaging.consumer.RawEvent;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/** Archived events as they were on the wire, key after key and each key in its order. To be closed. */
public final class ArchivedEvents implements AutoCloseable {

    private final Portions portions;

    ArchivedEvents(Portions portions) {
        this.portions = portions;
    }

    /** @return the next ones, fewer when they are large; none at the end */
    public List<RawEvent> next(int most) {
        return portions.next(most).stream().map(ArchivedEvents::event).toList();
    }

    @Override
    public void close() {
        portions.close();
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
