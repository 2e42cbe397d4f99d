package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nor;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The place lies beside the {@link Lease}. */
@Repository
class MongoCycleWork implements CycleWork {

    private static final String COLLECTION = "cycle_work";
    private static final String AFTER = "after";
    private static final String DONE = "done";
    private static final Lease LEASE = Lease.in("lease");

    private final MongoOperations mongo;

    MongoCycleWork(MongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<Leased> lease(CycleId cycle, CycleStatus step, String holder, Duration time) {
        var id = id(cycle, step);
        work().updateOne(
                        eq("_id", id),
                        Updates.setOnInsert(new Document(AFTER, "").append(DONE, 0L)),
                        new UpdateOptions().upsert(true));
        return Optional.ofNullable(work().findOneAndUpdate(
                                and(eq("_id", id), LEASE.isFree()),
                                List.of(LEASE.take(holder, time)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(job -> new Leased(
                        cycle,
                        step,
                        place(job),
                        job.get("lease", Document.class).getLong("token")));
    }

    @Override
    public boolean save(Leased leased, Duration time) {
        var held = and(eq("_id", id(leased.cycle(), leased.step())), LEASE.isOf(leased.token()), nor(LEASE.isFree()));
        var fields = new Document(AFTER, new Document("$literal", leased.place().after()))
                .append(DONE, leased.place().done());
        return work().updateOne(held, List.of(new Document("$set", fields), LEASE.renew(time)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void release(Leased leased) {
        work().updateOne(
                        and(eq("_id", id(leased.cycle(), leased.step())), LEASE.isOf(leased.token())),
                        LEASE.giveBack());
    }

    @Override
    public void beginAnew(CycleId cycle, CycleStatus step) {
        work().updateOne(
                        eq("_id", id(cycle, step)),
                        Updates.combine(
                                Updates.set(AFTER, ""),
                                Updates.set(DONE, 0L),
                                Updates.inc(LEASE.token(), 1L),
                                LEASE.giveBack()));
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

    private MongoCollection<Document> work() {
        return mongo.getCollection(COLLECTION);
    }
}
