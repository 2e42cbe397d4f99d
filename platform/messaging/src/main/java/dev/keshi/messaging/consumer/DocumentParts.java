package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.keshi.messaging.AggregateDocument.HEARD;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.STATE;
import static dev.keshi.messaging.AggregateDocument.VERSION;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Effects on a document that follows one aggregate, or a thing within it, and of which each event says a part: {@code {_id,
 * version, state, heard}}. Each part remembers the place of the event that said it and gives way to a later one only; what an
 * event does not say stays. So events that come again or in another order lead to the same document, which can be a
 * {@link EventHandlers#readModel read model}. Nobody else changes its {@code state}.
 *
 * <p>The version rises with every later event, so whoever decides by what was read can name it.
 */
public final class DocumentParts {

    /** Above every sequence, so that a later epoch is a later place whatever its sequences. */
    private static final long EPOCH = 1L << 42;

    private static final String PLACE = HEARD + ".place";
    private static final String PARTS = HEARD + ".parts.";

    private final String collection;
    private final String id;
    private final long place;
    private final List<Effect> effects = new ArrayList<>();
    private final List<Bson> heard;

    private DocumentParts(String collection, String id, ReceivedEvent<?> event, Document initially) {
        this.collection = collection;
        this.id = id;
        var at = new EventPlace(EventPlace.counted(event.epoch()), event.sequence());
        this.place = at.epoch() * EPOCH + at.sequence();
        this.heard = at.updates(HEARD + ".");
        effects.add(Effect.insertAs(
                collection,
                id,
                new Document(VERSION, 0L)
                        .append(STATE, initially)
                        .append(HEARD, new Document("key", event.key()).append(EventPlace.SEQUENCE, 0L))));
    }

    /**
     * @param id of the document; it follows from what every event about it says
     * @param initially its state before any event; follows from the id alone
     */
    public static DocumentParts of(String collection, String id, ReceivedEvent<?> event, Document initially) {
        return new DocumentParts(collection, id, event, initially);
    }

    /**
     * @param name of the part
     * @param update of fields that no other part changes
     */
    public DocumentParts part(String name, Bson update) {
        return guarded(PARTS + name, update);
    }

    public List<Effect> effects() {
        var updates = new ArrayList<>(heard);
        updates.add(set(VERSION, place));
        guarded(PLACE, combine(updates));
        return List.copyOf(effects);
    }

    /** Also when no event has said it yet. */
    private DocumentParts guarded(String guard, Bson update) {
        effects.add(
                Effect.update(collection, and(eq(ID, id), not(gte(guard, place))), combine(update, set(guard, place))));
        return this;
    }
}
