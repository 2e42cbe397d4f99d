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
 * million, and a thousand of those are more than a service has room for. The server is asked first how large each one is.
 */
final class Portions implements AutoCloseable {

    private static final long MOST_BYTES = 2_000_000;
    private static final String BYTES = "bytes";

    private final MongoCollection<Document> events;
    private final MongoCursor<Document> sizes;
    private @Nullable Document ahead;

    Portions(MongoCollection<Document> events, FindIterable<Document> found) {
        this.events = events;
        this.sizes = found.projection(fields(include(Fields.ID), computed(BYTES, new Document("$bsonSize", "$$ROOT"))))
                .iterator();
    }

    /** @return the next ones, one at least; none at the end */
    List<Document> next(int most) {
        var ids = new ArrayList<String>();
        long bytes = 0;
        for (var next = peek(); next != null && ids.size() < most; next = peek()) {
            bytes += next.getInteger(BYTES);
            if (bytes > MOST_BYTES && !ids.isEmpty()) {
                break;
            }
            ids.add(next.getString(Fields.ID));
            ahead = null;
        }
        return ids.isEmpty() ? List.of() : read(ids);
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

    private List<Document> read(List<String> ids) {
        var byId = new HashMap<String, Document>();
        events.find(in(Fields.ID, ids))
                .batchSize(ids.size())
                .forEach(event -> byId.put(event.getString(Fields.ID), event));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void close() {
        sizes.close();
    }
}
