package dev.keshi.reporting.archive;

import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.RawEvent;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * The door for events: one document each, under the event's own id, so that a repetition finds it there. An event of another
 * place under the same id is none: it is parked, not left out.
 */
public final class EventArchive {

    private final Clock clock;

    EventArchive(Clock clock) {
        this.clock = clock;
    }

    public List<Effect> keep(RawEvent event) {
        var document = new Document(Fields.TYPE, event.type())
                .append(Fields.TOPIC, event.topic())
                .append(Fields.AGGREGATE, event.aggregate())
                .append(Fields.KEY, event.key())
                .append(Fields.SEQUENCE, event.sequence())
                .append(Fields.EPOCH, event.epoch())
                .append(Fields.TIME, Date.from(event.time()))
                .append(Fields.ACTOR, event.actor());
        if (event.source() != null) {
            document.append(Fields.SOURCE, event.source());
        }
        if (event.traceparent() != null) {
            document.append(Fields.TRACEPARENT, event.traceparent());
        }
        document.append(Fields.JSON, new Binary(event.json())).append(Fields.ARCHIVED_AT, Date.from(clock.instant()));
        return List.of(Effect.insertAs(
                Fields.EVENTS, event.id(), document, Fields.TOPIC, Fields.KEY, Fields.EPOCH, Fields.SEQUENCE));
    }
}
