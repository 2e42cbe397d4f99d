package dev.keshi.messaging;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
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

    List<Index> indexes() {
        return indexes;
    }

    record Index(String collection, Bson keys, IndexOptions options) {}
}
