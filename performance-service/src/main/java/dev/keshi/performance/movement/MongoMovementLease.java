package dev.keshi.performance.movement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.Lease;
import java.time.Duration;
import java.util.List;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Which replica tells of values. Nothing would be wrong if two did; the work would be done twice. */
@Repository
class MongoMovementLease {

    private static final String COLLECTION = "movement";
    private static final String NAME = "movement";
    private static final Lease LEASE = Lease.in("lease");
    private static final Duration TIME = Duration.ofSeconds(5);

    private final MongoOperations mongo;

    MongoMovementLease(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @return whether this replica is the one to tell for the next seconds */
    boolean take(String holder) {
        var leases = mongo.getCollection(COLLECTION);
        leases.updateOne(eq("_id", NAME), Updates.setOnInsert("_id", NAME), new UpdateOptions().upsert(true));
        return leases.updateOne(and(eq("_id", NAME), LEASE.isFreeFor(holder)), List.of(LEASE.take(holder, TIME)))
                        .getMatchedCount()
                == 1;
    }

    void giveBack(String holder) {
        mongo.getCollection(COLLECTION).updateOne(and(eq("_id", NAME), LEASE.isOf(holder)), LEASE.giveBack());
    }
}
