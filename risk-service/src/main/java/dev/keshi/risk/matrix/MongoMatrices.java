package dev.keshi.risk.matrix;

import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoMatrices {

    static final String VERSION = "state.version";
    static final String LEVEL = "state.levels.code";
    private static final String COLLECTION = "matrices";

    private final AggregateCollection<MatrixDocument> matrices;
    private final MongoOperations mongo;

    MongoMatrices(AggregateStore store, MongoOperations mongo) {
        this.matrices = store.collection(COLLECTION, MatrixDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.descending(VERSION), new IndexOptions().unique(true));
    }

    /** @throws dev.keshi.messaging.AggregateFailure.AlreadyExists when somebody else has taken that version */
    Versioned<MatrixDocument> create(String id, CommandContext context, MatrixDocument matrix) {
        return matrices.create(id, context, new Change<>(matrix, List.of(MatrixEvents.released(id, matrix))));
    }

    /** The newest version first. */
    List<Versioned<MatrixDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(descending(VERSION))
                .limit(limit)
                .map(matrices::versioned)
                .into(new ArrayList<>());
    }
}
