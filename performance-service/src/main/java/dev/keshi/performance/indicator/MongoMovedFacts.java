package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.rename;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.consumer.Effect;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Facts that have changed since the values they are part of were told. The mark stands in the document of the fact, beside what follows from
 * events. It is set with the change, or right after it: when the service dies in between, the event comes again and sets it.
 */
@Repository
public class MongoMovedFacts {

    /** Holds the event that moved it last. */
    private static final String MOVED = "moved";

    /** Whose value it was part of, and on which day, before it was taken back. */
    private static final String TAKEN_FROM = "takenFrom";

    private static final String TAKEN_ON = "takenOn";

    private final MongoOperations mongo;

    MongoMovedFacts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /**
     * A fact that has changed.
     *
     * @param eventId the event that moved it last
     * @param parts where it counts, or has counted before it was taken back
     */
    public record MovedFact(String id, String eventId, List<Part> parts) {

        public MovedFact {
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param stream what it feeds
     * @param on the day it belongs to
     * @param takenBack whether it counts there no more
     */
    public record Part(String stream, String personId, LocalDate on, boolean takenBack) {}

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                MongoFacts.COLLECTION,
                Indexes.ascending(MOVED),
                new IndexOptions().partialFilterExpression(exists(MOVED)));
    }

    /** The mark of a fact that is put. */
    static Map<String, String> mark(String eventId) {
        return Map.of(MOVED, eventId);
    }

    /** Marks the fact that the same change gives to somebody. */
    static Bson moved(String eventId) {
        return set(MOVED, eventId);
    }

    /** Marks a fact; one that belongs to nobody, now or before, moves nothing. */
    static Effect mark(String factId, String eventId) {
        return Effect.update(
                MongoFacts.COLLECTION,
                and(eq("_id", factId), or(exists(MongoFacts.PERSON), exists(TAKEN_FROM))),
                set(MOVED, eventId));
    }

    /** Marks facts that somebody has already. */
    static Effect markAll(Bson facts, String eventId) {
        return Effect.update(MongoFacts.COLLECTION, facts, set(MOVED, eventId));
    }

    /** The fact belongs to nobody from now on, and whose it was stays beside it until that is told. */
    static Bson takeBack() {
        return combine(rename(MongoFacts.PERSON, TAKEN_FROM), rename(MongoFacts.ON, TAKEN_ON));
    }

    /**
     * Some of them, in about the order in which they moved.
     *
     * @param after those that an event moved which is younger than this one; empty text for the oldest
     */
    public List<MovedFact> next(String after, int most) {
        return mongo.getCollection(MongoFacts.COLLECTION)
                .find(and(exists(MOVED), after.isEmpty() ? empty() : gt(MOVED, after)))
                .sort(ascending(MOVED))
                .projection(include(MOVED, TAKEN_FROM, TAKEN_ON, MongoFacts.STREAM, MongoFacts.PERSON, MongoFacts.ON))
                .limit(most)
                .map(MongoMovedFacts::fact)
                .into(new ArrayList<>());
    }

    /** Takes the marks away; of those that have moved again they stay. */
    public void told(Collection<MovedFact> facts) {
        if (!facts.isEmpty()) {
            mongo.getCollection(MongoFacts.COLLECTION)
                    .bulkWrite(
                            facts.stream().map(MongoMovedFacts::unmark).toList(),
                            new BulkWriteOptions().ordered(false));
        }
    }

    /** Between an event that takes the fact back and its mark the old mark stands: it stays too. */
    private static UpdateOneModel<Document> unmark(MovedFact fact) {
        var takenFrom = fact.parts().stream()
                .filter(Part::takenBack)
                .map(Part::personId)
                .findFirst();
        return new UpdateOneModel<>(
                and(
                        eq("_id", fact.id()),
                        eq(MOVED, fact.eventId()),
                        takenFrom.map(person -> eq(TAKEN_FROM, person)).orElse(exists(TAKEN_FROM, false))),
                combine(unset(MOVED), unset(TAKEN_FROM), unset(TAKEN_ON)));
    }

    private static MovedFact fact(Document document) {
        var state = document.get("state", Document.class);
        var stream = state.getString("stream");
        var parts = new ArrayList<Part>();
        add(parts, stream, state.getString("personId"), state.getString("on"), false);
        add(parts, stream, document.getString(TAKEN_FROM), document.getString(TAKEN_ON), true);
        return new MovedFact(document.getString("_id"), document.getString(MOVED), parts);
    }

    private static void add(
            List<Part> parts, String stream, @Nullable String person, @Nullable String on, boolean takenBack) {
        if (person != null && on != null) {
            parts.add(new Part(stream, person, LocalDate.parse(on), takenBack));
        }
    }
}
