package dev.keshi.benchmarks.appraisal;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Decimal128;

/**
 * Gives what was asked for, in bulk and not through the door: nothing of it is measured. Every superior rates; of ten people one does not
 * rate itself, so that there is something to close. What peers are asked is left to them.
 */
final class Raters {

    private static final int BATCH = 1_000;
    private static final List<String> RATED = List.of("efficiency", "quality");

    private Raters() {}

    static int give(Cycle cycle) {
        var given = new ArrayList<UpdateOneModel<Document>>(BATCH);
        int all = 0;
        // Each cycle is a world of its own: which peers were counted together in another makes no difference.
        cycle.store().getCollection("peer_groups").deleteMany(new Document());
        var wanted = cycle.filter().append("state.kind", new Document("$ne", "PEER"));
        for (var rating :
                cycle.ratings().find(wanted).projection(Projections.include("state.kind", "state.subjectId"))) {
            var state = rating.get("state", Document.class);
            int subject = Integer.parseInt(state.getString("subjectId").substring(2));
            boolean self = state.getString("kind").equals("SELF");
            if (self && subject % 10 == 0) {
                continue;
            }
            given.add(new UpdateOneModel<>(new Document("_id", rating.get("_id")), given(subject, self)));
            all++;
            if (given.size() == BATCH) {
                write(cycle, given);
            }
        }
        write(cycle, given);
        return all;
    }

    private static Document given(int subject, boolean self) {
        var points = new ArrayList<Document>();
        for (int i = 0; i < RATED.size(); i++) {
            int tenths = 600 + (subject * 31 + i * 57 + (self ? 40 : 0)) % 400;
            points.add(new Document("indicator", RATED.get(i))
                    .append("points", new Decimal128(BigDecimal.valueOf(tenths, 1))));
        }
        return new Document("$set", new Document("state.status", "GIVEN").append("state.points", points))
                .append("$inc", new Document("version", 1L));
    }

    private static void write(Cycle cycle, List<UpdateOneModel<Document>> given) {
        if (!given.isEmpty()) {
            cycle.ratings().bulkWrite(given, new BulkWriteOptions().ordered(false));
            given.clear();
        }
    }
}
