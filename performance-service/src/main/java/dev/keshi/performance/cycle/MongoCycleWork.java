package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The place lies beside the lease, which is judged by the server's clock alone and carries a token that rises with each holder. */
@Repository
class MongoCycleWork implements CycleWork {

    private static final String COLLECTION = "cycle_work";
    private static final String AFTER = "after";
    private static final String DONE = "done";
    private static final String UNTIL = "lease.until";
    private static final String TOKEN = "lease.token";

    private final MongoOperations mongo;

    MongoCycleWork(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Leased> lease(CycleId cycle, CycleStatus step, String holder, Duration time) {
        var id = id(cycle, step);
        work().updateOne(
                        eq("_id", id),
                        Updates.setOnInsert(new Document(AFTER, "")
                                .append(DONE, 0L)
                                .append(
                                        "lease",
                                        new Document("holder", "")
                                                .append("token", 0L)
                                                .append("until", new Date(0)))),
                        new UpdateOptions().upsert(true));
        var free = and(eq("_id", id), expr(new Document("$lte", List.of("$" + UNTIL, "$$NOW"))));
        var take = List.<Bson>of(new Document(
                "$set",
                new Document("lease.holder", new Document("$literal", holder))
                        .append(TOKEN, new Document("$add", List.of("$" + TOKEN, 1L)))
                        .append(UNTIL, until(time))));
        return Optional.ofNullable(work().findOneAndUpdate(
                                free, take, new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(job -> new Leased(
                        cycle,
                        step,
                        place(job),
                        job.get("lease", Document.class).getLong("token")));
    }

    @Override
    public boolean save(Leased leased, Duration time) {
        var held = and(
                eq("_id", id(leased.cycle(), leased.step())),
                eq(TOKEN, leased.token()),
                expr(new Document("$gt", List.of("$" + UNTIL, "$$NOW"))));
        var fields = new Document(AFTER, new Document("$literal", leased.place().after()))
                .append(DONE, leased.place().done())
                .append(UNTIL, until(time));
        return work().updateOne(held, List.<Bson>of(new Document("$set", fields)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void release(Leased leased) {
        work().updateOne(
                        and(eq("_id", id(leased.cycle(), leased.step())), eq(TOKEN, leased.token())),
                        Updates.set(UNTIL, new Date(0)));
    }

    @Override
    public Optional<Place> place(CycleId cycle, CycleStatus step) {
        return Optional.ofNullable(work().find(eq("_id", id(cycle, step))).first())
                .map(MongoCycleWork::place);
    }

    private static Place place(Document job) {
        return new Place(job.getString(AFTER), job.getLong(DONE));
    }

    private static String id(CycleId cycle, CycleStatus step) {
        return cycle.value() + ':' + step.name();
    }

    private static Document until(Duration time) {
        return new Document("$add", List.of("$$NOW", time.toMillis()));
    }

    private MongoCollection<Document> work() {
        return mongo.getCollection(COLLECTION);
    }
}
