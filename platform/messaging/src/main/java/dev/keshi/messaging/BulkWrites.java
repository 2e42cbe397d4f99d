package dev.keshi.messaging;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Unordered writes of many documents in one round trip, of which some may be refused. @param name of the collection */
record BulkWrites(String name, MongoOperations mongo) {

    /** Those whose id is taken are left as they are. */
    void insertMissing(List<Document> documents) {
        Failpoint.BEFORE_COMMIT.reached();
        mongo.execute(name, collection -> {
            try {
                return collection.insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException failure) {
                if (failure.getWriteConcernError() != null
                        || failure.getWriteErrors().stream().anyMatch(error -> !TakenId.isMeantBy(error))) {
                    throw failure;
                }
                return failure.getWriteResult();
            }
        });
        Failpoint.AFTER_COMMIT.reached();
    }

    /** Each by itself. @return whether all of them could be; why one could not is not told */
    boolean swap(List<UpdateOneModel<Document>> swaps) {
        Failpoint.BEFORE_COMMIT.reached();
        var result = mongo.execute(name, collection -> {
            try {
                return collection.bulkWrite(swaps, new BulkWriteOptions().ordered(false));
            } catch (MongoBulkWriteException refusal) {
                if (refusal.getWriteConcernError() != null) {
                    throw refusal;
                }
                return refusal.getWriteResult();
            }
        });
        Failpoint.AFTER_COMMIT.reached();
        return result != null && result.getMatchedCount() == swaps.size();
    }
}
