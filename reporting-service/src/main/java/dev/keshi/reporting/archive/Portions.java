package dev.keshi.reporting.archive;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.computed;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What was searched for, in its order and by so many documents at a time that they have no more than two million bytes: an event may have a
 * million, and a thousand of those are more than a service has room for. The server is asked first how large each one is; small ones, which is
 * nearly all, come with the answer.
 */
final class Portions implements AutoCloseable {

    private static final long MOST_BYTES = 2_000_000;
    private static final int SMALL_BYTES = 8_000;
    private static final String BYTES = "bytes";
    private static final String EVENT = "event";
    private static final Document SIZE = new Document("$bsonSize", "$$ROOT");
    private static final Document WHEN_SMALL =
            new Document("$cond", List.of(new Document("$lte", List.of(SIZE, SMALL_BYTES)), "$$ROOT", "$$REMOVE"));

    private final MongoCollection<Document> events;
    private final MongoCursor<Document> sizes;
    private @Nullable Document ahead;

    Portions(MongoCollection<Document> events, FindIterable<Document> found) {
        this.events = events;
        this.sizes = found.projection(fields(include(Fields.ID), computed(BYTES, SIZE), computed(EVENT, WHEN_SMALL)))
                .iterator();
    }

    /** @return the next ones, one at least; none at the end */
    List<Document> next(int most) {
        var found = new ArrayList<Document>();
        long bytes = 0;
        for (var next = peek(); next != null && found.size() < most; next = peek()) {
            bytes += next.getInteger(BYTES);
            if (bytes > MOST_BYTES && !found.isEmpty()) {
                break;
            }
            found.add(next);
            ahead = null;
        }
        return withLargeOnes(found);
    }

    boolean hasMore() {
        return peek() != null;
    }

    private @Nullable Document peek() {
        if (ahead == null && sizes.hasNext()) {
            ahead = sizes.next();
        }
        return ahead;
    }

    private List<Document> withLargeOnes(List<Document> found) {
        var large = new HashMap<String, Document>();
        var ids = found.stream()
                .filter(one -> !one.containsKey(EVENT))
                .map(one -> one.getString(Fields.ID))
                .toList();
        if (!ids.isEmpty()) {
            events.find(in(Fields.ID, ids)).forEach(event -> large.put(event.getString(Fields.ID), event));
        }
        return found.stream()
                .map(one ->
                        one.containsKey(EVENT) ? one.get(EVENT, Document.class) : large.get(one.getString(Fields.ID)))
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public void close() {
        sizes.close();
    }
}
