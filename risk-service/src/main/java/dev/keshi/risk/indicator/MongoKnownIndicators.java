package dev.keshi.risk.indicator;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The indicators that figures can be of. */
@Repository
class MongoKnownIndicators {

    static final String COLLECTION = "performance_indicators";

    private final AggregateCollection<KnownIndicatorDocument> known;
    private final MongoOperations mongo;

    MongoKnownIndicators(AggregateStore store, MongoOperations mongo) {
        this.known = store.collection(COLLECTION, KnownIndicatorDocument.class);
        this.mongo = mongo;
    }

    /** For what events write. */
    AggregateCollection<KnownIndicatorDocument> collection() {
        return known;
    }

    boolean isKnown(String performanceIndicator) {
        return mongo.getCollection(COLLECTION)
                        .find(eq("_id", performanceIndicator))
                        .projection(include("_id"))
                        .first()
                != null;
    }
}
