package dev.keshi.risk.register;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Reports as effects leave them. One that is carried out stays for a while for those who ask what became of it. */
@Repository
class MongoMeasureReports {

    private static final String SETTLED_AT = "settledAt";
    private static final long KEPT_DAYS = 90;

    private final MongoOperations mongo;

    MongoMeasureReports(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                        MeasureReport.COLLECTION,
                        Indexes.ascending(MeasureReport.TRY_AT),
                        new IndexOptions().partialFilterExpression(exists(MeasureReport.TRY_AT)))
                .and(
                        MeasureReport.COLLECTION,
                        Indexes.ascending(SETTLED_AT),
                        new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    List<MeasureReport> waiting(Instant now, int most) {
        return mongo.getCollection(MeasureReport.COLLECTION)
                .find(lte(MeasureReport.TRY_AT, now.toEpochMilli()))
                .sort(ascending(MeasureReport.TRY_AT))
                .limit(most)
                .map(MongoMeasureReports::report)
                .into(new ArrayList<>());
    }

    void tryAgain(MeasureReport report, Instant at) {
        update(report, set(MeasureReport.TRY_AT, at.toEpochMilli()));
    }

    void carriedOut(MeasureReport report, Instant at) {
        update(report, combine(unset(MeasureReport.TRY_AT), set(SETTLED_AT, Date.from(at))));
    }

    private void update(MeasureReport report, Bson update) {
        mongo.getCollection(MeasureReport.COLLECTION).updateOne(eq("_id", report.id()), update);
    }

    private static MeasureReport report(Document document) {
        return MeasureReport.of(
                        document.getString(MeasureReport.REFERENCE),
                        document.getString(MeasureReport.BY),
                        Instant.ofEpochMilli(document.getLong(MeasureReport.AT)))
                .orElseThrow();
    }
}
