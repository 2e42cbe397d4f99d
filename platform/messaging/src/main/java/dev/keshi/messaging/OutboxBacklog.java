package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How much waits to be published, and for how long.
 *
 * @param documents that have something to publish, of each collection at most {@value #MOST_COUNTED}
 * @param oldestMillis age of the oldest event among these
 */
record OutboxBacklog(long documents, long oldestMillis) {

    /** When the oldest pending event of a document was made. */
    static final String SINCE = AggregateDocument.OLDEST_PENDING + "." + OutboxEntry.TIME;

    private static final int MOST_COUNTED = 100_000;

    private static final String INDEX = "pending_since";
    /** It was in the order of lanes: a backlog was drained across all pages of the collection, once for each lane. */
    private static final String FORMER_INDEX = "pending";

    private static final Bson PENDING = exists(AggregateDocument.OLDEST_PENDING);

    /** Makes the index of what waits, oldest first. */
    static void prepare(MongoCollection<Document> collection) {
        collection.createIndex(
                Indexes.ascending(SINCE, AggregateDocument.LANE),
                new IndexOptions().name(INDEX).partialFilterExpression(PENDING));
        for (var index : collection.listIndexes()) {
            if (index.getString("name").equals(FORMER_INDEX)) {
                collection.dropIndex(FORMER_INDEX);
            }
        }
    }

    static OutboxBacklog of(MongoDatabase database, List<String> collections, Clock clock) {
        long waiting = 0;
        long oldest = 0;
        for (var name : collections) {
            var collection = database.getCollection(name);
            long count = collection.countDocuments(
                    PENDING, new CountOptions().hintString(INDEX).limit(MOST_COUNTED));
            waiting += count;
            if (count > 0) {
                oldest = Math.max(oldest, oldestMillis(collection, clock));
            }
        }
        return new OutboxBacklog(waiting, oldest);
    }

    private static long oldestMillis(MongoCollection<Document> collection, Clock clock) {
        var oldest = collection
                .find(PENDING)
                .projection(Projections.slice(AggregateDocument.OUTBOX, 1))
                .hintString(INDEX)
                .first();
        return Optional.ofNullable(oldest)
                .map(found -> found.getList(AggregateDocument.OUTBOX, Document.class)
                        .getFirst()
                        .getDate(OutboxEntry.TIME))
                .map(time -> Math.max(0, clock.millis() - time.getTime()))
                .orElse(0L);
    }
}
