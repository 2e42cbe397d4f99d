package dev.keshi.messaging.sweep;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.Lease;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Which replica looks for what is due, in one document of the store. Kept for long, so that looking writes next to nothing. */
final class SweepLease {

    /** Another replica goes on so long after this one has died. */
    private static final Duration TIME = Duration.ofSeconds(10);

    private static final long RENEWED_AFTER_NANOS = TIME.dividedBy(3).toNanos();

    private static final String COLLECTION = "sweeps";
    private static final Bson DOCUMENT = eq("_id", "all");
    private static final Lease LEASE = Lease.in("lease");

    private final Supplier<MongoDatabase> database;
    private final String holder = UUID.randomUUID().toString();
    private boolean held;
    private long takenAt;

    SweepLease(Supplier<MongoDatabase> database) {
        this.database = database;
    }

    /** @return whether this replica is the one to look now */
    boolean hold() {
        long now = System.nanoTime();
        if (held && now - takenAt < RENEWED_AFTER_NANOS) {
            return true;
        }
        held = take();
        takenAt = now;
        return held;
    }

    void giveBack() {
        if (held) {
            held = false;
            sweeps().updateOne(and(DOCUMENT, LEASE.isOf(holder)), LEASE.giveBack());
        }
    }

    private boolean take() {
        var free = sweeps().updateOne(and(DOCUMENT, LEASE.isFreeFor(holder)), List.of(LEASE.take(holder, TIME)));
        if (free.getMatchedCount() == 1) {
            return true;
        }
        var first = sweeps().updateOne(DOCUMENT, Updates.setOnInsert("_id", "all"), new UpdateOptions().upsert(true));
        return first.getUpsertedId() != null && take();
    }

    private MongoCollection<Document> sweeps() {
        return database.get().getCollection(COLLECTION);
    }
}
