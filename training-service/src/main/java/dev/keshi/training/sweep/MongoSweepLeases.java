package dev.keshi.training.sweep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.Lease;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** One document for each kind of thing that becomes due. */
@Repository
class MongoSweepLeases {

    private static final String COLLECTION = "sweeps";
    private static final Lease LEASE = Lease.in("lease");

    private final MongoOperations mongo;

    MongoSweepLeases(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @return whether this replica is the one to look from now on, for so long */
    boolean take(String name, String holder, Duration time) {
        sweeps().updateOne(eq("_id", name), Updates.setOnInsert("_id", name), new UpdateOptions().upsert(true));
        return sweeps().updateOne(and(eq("_id", name), LEASE.isFreeFor(holder)), List.of(LEASE.take(holder, time)))
                        .getMatchedCount()
                == 1;
    }

    void giveBack(String name, String holder) {
        sweeps().updateOne(and(eq("_id", name), LEASE.isOf(holder)), LEASE.giveBack());
    }

    private MongoCollection<Document> sweeps() {
        return mongo.getCollection(COLLECTION);
    }
}
