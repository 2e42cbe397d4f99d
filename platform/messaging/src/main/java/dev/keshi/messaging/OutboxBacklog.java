package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How much waits to be published, and for how long.
 *
 * @param documents that have something to publish, of each collection at most {@value #MOST_COUNTED}
 * @param oldestMillis age of the oldest event among the first {@value #MOST_LOOKED_AT} of these
 */
record OutboxBacklog(long documents, long oldestMillis) {

    private static final int MOST_COUNTED = 100_000;
    private static final int MOST_LOOKED_AT = 10_000;

    private static final String INDEX = "pending";
    private static final Bson PENDING = exists(AggregateDocument.OLDEST_PENDING);

    /** Makes the index of what waits, by lane. */
    static void prepare(MongoCollection<Document> collection) {
        collection.createIndex(
                Indexes.ascending(AggregateDocument.LANE),
                new IndexOptions().name(INDEX).partialFilterExpression(PENDING));
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

    /** The index is in the order of lanes, so all have to be looked at: the first is not the oldest. */
    private static long oldestMillis(MongoCollection<Document> collection, Clock clock) {
        var first = new Document("$first", "$" + AggregateDocument.OUTBOX + "." + OutboxEntry.TIME);
        var oldest = collection
                .aggregate(List.of(
                        Aggregates.match(PENDING),
                        Aggregates.limit(MOST_LOOKED_AT),
                        Aggregates.group(null, Accumulators.min(OutboxEntry.TIME, first))))
                .hintString(INDEX)
                .first();
        return Optional.ofNullable(oldest)
                .map(found -> found.getDate(OutboxEntry.TIME))
                .map(time -> Math.max(0, clock.millis() - time.getTime()))
                .orElse(0L);
    }
}
