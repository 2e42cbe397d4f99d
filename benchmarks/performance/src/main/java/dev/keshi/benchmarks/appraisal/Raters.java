package dev.keshi.benchmarks.appraisal;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Decimal128;

/**
 * Gives what was asked for, in bulk and not through the door: nothing of it is measured. Every superior rates; of ten people one does not
 * rate itself, so that there is something to close, and another one is rated by three peers, if they are wanted: else what peers are asked is
 * left to them.
 */
final class Raters {

    private static final int BATCH = 1_000;
    private static final List<String> RATED = List.of("efficiency", "quality");
    private static final int TENTH = 10;
    private static final int WITH_PEERS = 5;
    private static final int PEERS = 3;

    private Raters() {}

    static int give(Cycle cycle, boolean withPeers) {
        var given = new ArrayList<WriteModel<Document>>(BATCH);
        int all = 0;
        // Each cycle is a world of its own: which peers were counted together in another makes no difference.
        cycle.store().getCollection(Cycle.PEER_GROUPS).deleteMany(new Document());
        for (var rating : cycle.ratings().find(cycle.filter().append("state.kind", new Document("$ne", "PEER")))) {
            var state = rating.get("state", Document.class);
            int subject = Integer.parseInt(state.getString("subjectId").substring(2));
            boolean self = state.getString("kind").equals("SELF");
            if (self && subject % TENTH == 0) {
                continue;
            }
            given.add(new UpdateOneModel<>(
                    new Document("_id", rating.get("_id")),
                    new Document("$set", new Document("state.status", "GIVEN").append("state.points", points(subject, self ? 40 : 0)))
                            .append("$inc", new Document("version", 1L))));
            all++;
            if (withPeers && self && subject % TENTH == WITH_PEERS) {
                for (int peer = 1; peer <= PEERS; peer++) {
                    given.add(new InsertOneModel<>(byPeer(rating, subject, peer)));
                    all++;
                }
            }
            if (given.size() >= BATCH) {
                write(cycle, given);
            }
        }
        write(cycle, given);
        return all;
    }

    /** Of the next ones. @param asked what the subject was asked of itself */
    private static Document byPeer(Document asked, int subject, int peer) {
        var state = new Document(asked.get("state", Document.class))
                .append("kind", "PEER")
                .append("raterId", "p-" + (subject + peer))
                .append("status", "GIVEN")
                .append("points", points(subject, 100 * peer));
        return new Document(asked)
                .append("_id", "r-" + UUID.randomUUID())
                .append("version", 2L)
                .append("state", state);
    }

    private static List<Document> points(int subject, int more) {
        var points = new ArrayList<Document>();
        for (int i = 0; i < RATED.size(); i++) {
            int tenths = 600 + (subject * 31 + i * 57 + more) % 400;
            points.add(new Document("indicator", RATED.get(i))
                    .append("points", new Decimal128(BigDecimal.valueOf(tenths, 1))));
        }
        return points;
    }

    private static void write(Cycle cycle, List<WriteModel<Document>> given) {
        if (!given.isEmpty()) {
            cycle.ratings().bulkWrite(given, new BulkWriteOptions().ordered(false));
            given.clear();
        }
    }
}
