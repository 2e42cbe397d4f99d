package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** The place lies beside the {@link Lease}. */
@Repository
class MongoCycleWork implements CycleWork {

    private static final String COLLECTION = "cycle_work";
    private static final String AFTER = "after";
    private static final String DONE = "done";
    private static final String FAILURES = "failures";

    /** How many have begun this place and have said nothing since, whoever holds it included. */
    private static final String UNHEARD = "unheard";

    private static final Lease LEASE = Lease.in("lease");

    /** 32 times as long: minutes, for what should take a second. */
    private static final int MOST_DOUBLINGS = 5;

    private final MongoOperations mongo;

    MongoCycleWork(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Twice as long for each that was not heard of again: else two would take a part from each other for ever that takes longer than a lease. */
    @Override
    public Optional<Leased> lease(CycleId cycle, CycleStatus step, String holder, Duration time) {
        var id = id(cycle, step);
        var before = Objects.requireNonNull(work().findOneAndUpdate(
                        eq("_id", id),
                        Updates.setOnInsert(new Document(AFTER, "").append(DONE, 0L)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        int unheard = before.getInteger(UNHEARD, 0);
        return Optional.ofNullable(work().findOneAndUpdate(
                                and(eq("_id", id), LEASE.isFree()),
                                List.of(
                                        LEASE.take(holder, time.multipliedBy(1L << Math.min(unheard, MOST_DOUBLINGS))),
                                        unheard(unheard + 1)),
                                new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(job -> new Leased(
                        cycle,
                        step,
                        progress(job),
                        job.get("lease", Document.class).getLong("token")));
    }

    /** The token alone decides: a part that took longer than the lease was not done in vain where nobody else has begun it. */
    @Override
    public boolean save(Leased leased, Duration time) {
        var fields = new Document(AFTER, new Document("$literal", leased.place().after()))
                .append(DONE, leased.place().done())
                .append(FAILURES, leased.failures());
        return work().updateOne(heldBy(leased), List.of(new Document("$set", fields), unheard(1), LEASE.renew(time)))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void release(Leased leased) {
        work().updateOne(heldBy(leased), Updates.combine(Updates.set(UNHEARD, 0), LEASE.giveBack()));
    }

    @Override
    public void failed(Leased leased, Duration wait) {
        work().updateOne(
                        heldBy(leased),
                        List.of(
                                new Document("$set", new Document(FAILURES, leased.failures() + 1)),
                                unheard(0),
                                LEASE.renew(wait)));
    }

    @Override
    public void beginAnew(CycleId cycle, CycleStatus step) {
        work().updateOne(
                        eq("_id", id(cycle, step)),
                        Updates.combine(
                                Updates.set(AFTER, ""),
                                Updates.set(DONE, 0L),
                                Updates.set(FAILURES, 0),
                                Updates.set(UNHEARD, 0),
                                Updates.inc(LEASE.token(), 1L),
                                LEASE.giveBack()));
    }

    @Override
    public Optional<Progress> progress(CycleId cycle, CycleStatus step) {
        return Optional.ofNullable(work().find(eq("_id", id(cycle, step))).first())
                .map(MongoCycleWork::progress);
    }

    /** Of before failures were counted there is no number. */
    private static Progress progress(Document job) {
        return new Progress(new Place(job.getString(AFTER), job.getLong(DONE)), job.getInteger(FAILURES, 0));
    }

    private static Document unheard(int howMany) {
        return new Document("$set", new Document(UNHEARD, howMany));
    }

    private static Bson heldBy(Leased leased) {
        return and(eq("_id", id(leased.cycle(), leased.step())), LEASE.isOf(leased.token()));
    }

    private static String id(CycleId cycle, CycleStatus step) {
        return cycle.value() + ':' + step.name();
    }

    private MongoCollection<Document> work() {
        return mongo.getCollection(COLLECTION);
    }
}
