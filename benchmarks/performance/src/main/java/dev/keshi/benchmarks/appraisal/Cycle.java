package dev.keshi.benchmarks.appraisal;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

/** What a cycle has left in the store of the service. @param number of the round, which is its name */
record Cycle(MongoDatabase store, int number) {

    static final String APPRAISALS = "appraisals";
    static final String RATINGS = "ratings";

    /** Which peers were counted together, person by person. */
    static final String PEER_GROUPS = "peer_groups";

    Document filter() {
        var cycle = store.getCollection("cycles")
                .find(new Document("state.name", "bench-" + number))
                .first();
        if (cycle == null) {
            throw new IllegalArgumentException("There is no cycle " + number);
        }
        return new Document("state.cycleId", cycle.getString("_id"));
    }

    MongoCollection<Document> appraisals() {
        return store.getCollection(APPRAISALS);
    }

    MongoCollection<Document> ratings() {
        return store.getCollection(RATINGS);
    }
}
