package dev.keshi.messaging;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;

/**
 * Indexes that a feature's queries need, declared as a bean and made when the service starts, before it is ready.
 * Making an index that exists costs nothing; every replica may try.
 */
public final class StoreIndexes {

    private final List<Index> indexes;

    private StoreIndexes(List<Index> indexes) {
        this.indexes = List.copyOf(indexes);
    }

    /** @param keys see {@link Indexes} */
    public static StoreIndexes of(String collection, Bson keys) {
        return of(collection, keys, new IndexOptions());
    }

    public static StoreIndexes of(String collection, Bson keys, IndexOptions options) {
        return new StoreIndexes(List.of(new Index(collection, keys, options)));
    }

    public StoreIndexes and(String collection, Bson keys) {
        return and(collection, keys, new IndexOptions());
    }

    public StoreIndexes and(String collection, Bson keys, IndexOptions options) {
        var more = new ArrayList<>(indexes);
        more.add(new Index(collection, keys, options));
        return new StoreIndexes(more);
    }

    /**
     * Removes aggregates some time after the date in a field, and never before their events have been published.
     *
     * @param field name of the date; an aggregate without it stays
     */
    public StoreIndexes andExpiry(String collection, String field, Duration after) {
        return and(
                collection,
                Indexes.ascending(field),
                new IndexOptions()
                        .name("expiry_once_published")
                        .expireAfter(after.toSeconds(), TimeUnit.SECONDS)
                        .partialFilterExpression(Filters.eq(AggregateDocument.OUTBOX, List.of())));
    }

    public static StoreIndexes expiry(String collection, String field, Duration after) {
        return new StoreIndexes(List.of()).andExpiry(collection, field, after);
    }

    public void createIn(MongoDatabase database) {
        indexes.forEach(index -> database.getCollection(index.collection()).createIndex(index.keys(), index.options()));
    }

    private record Index(String collection, Bson keys, IndexOptions options) {}
}
