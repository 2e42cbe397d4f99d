package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.computed;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * The replicas that publish, each with one document whose {@code until} it moves on; the clock of the MongoDB server
 * alone judges it. Whoever was silent for too long is expelled: its document is deleted and its id never comes back, so
 * a replica that was only paused learns at its next renewal that it holds nothing any more.
 */
final class RelayMembers {

    static final String COLLECTION = "outbox_members";

    private static final Document EXPIRED = new Document("$lte", List.of("$until", "$$NOW"));

    private final MongoCollection<Document> members;
    private final String replica;
    private final Duration leaseTime;

    private long joined;

    /** @param replica differs from the name of every other replica, now and before */
    RelayMembers(MongoDatabase database, String replica, Duration leaseTime) {
        this.members = database.getCollection(COLLECTION)
                .withReadPreference(ReadPreference.primary())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.replica = replica;
        this.leaseTime = leaseTime;
    }

    /** The id under which this replica is a member; another one after each {@link #join()}. */
    String self() {
        return replica + "/" + joined;
    }

    /** Becomes a member under a fresh id, which gives up everything that was held under the former one. */
    void join() {
        leave();
        joined++;
        members.updateOne(eq("_id", self()), List.of(alive()), new UpdateOptions().upsert(true));
    }

    /** @return whether this replica still is the member it was */
    boolean renew() {
        return members.updateOne(eq("_id", self()), List.of(alive())).getMatchedCount() == 1;
    }

    void leave() {
        members.deleteOne(eq("_id", self()));
    }

    /** Expels who was silent for too long and counts the others, at least this replica itself. */
    int expelSilent() {
        int alive = 1;
        var silent = new ArrayList<String>();
        for (var member : members.find().projection(computed("expired", EXPIRED))) {
            var id = member.getString("_id");
            if (id.equals(self())) {
                continue;
            }
            if (member.getBoolean("expired")) {
                silent.add(id);
            } else {
                alive++;
            }
        }
        if (!silent.isEmpty()) {
            members.deleteMany(and(in("_id", silent), expr(EXPIRED)));
        }
        return alive;
    }

    private Document alive() {
        return new Document(
                "$set", new Document("until", new Document("$add", List.of("$$NOW", leaseTime.toMillis()))));
    }
}
