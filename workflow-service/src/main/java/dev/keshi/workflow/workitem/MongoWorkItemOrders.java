package dev.keshi.workflow.workitem;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
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
import dev.keshi.workflow.approver.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Orders as effects leave them. A settled one stays for a while for those who ask what became of it; one that is for something stays until
 * that is over, because it has to be found then.
 */
@Repository
class MongoWorkItemOrders {

    private static final String SETTLED_AT = "settledAt";
    private static final String REFUSED = "refused";
    private static final String MISSED = "missed";
    private static final long KEPT_DAYS = 90;
    private static final Bson NOT_OVER = exists(Matter.OVER, false);

    private final MongoOperations mongo;

    MongoWorkItemOrders(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                        WorkItemOrder.COLLECTION,
                        Indexes.ascending(WorkItemOrder.TRY_AT),
                        new IndexOptions().partialFilterExpression(exists(WorkItemOrder.TRY_AT)))
                .and(
                        WorkItemOrder.COLLECTION,
                        Indexes.ascending(Matter.NAME),
                        new IndexOptions().partialFilterExpression(exists(Matter.NAME)))
                .and(
                        WorkItemOrder.COLLECTION,
                        Indexes.ascending(SETTLED_AT),
                        new IndexOptions().expireAfter(KEPT_DAYS, TimeUnit.DAYS));
    }

    /**
     * An order that something is to be done about.
     *
     * @param over what it was for is over
     * @param missed whether its work was not there when that was looked at before
     */
    record Waiting(WorkItemOrder order, Optional<OrderOver> over, boolean missed) {}

    List<Waiting> waiting(Instant now, int most) {
        return mongo.getCollection(WorkItemOrder.COLLECTION)
                .find(lte(WorkItemOrder.TRY_AT, now.toEpochMilli()))
                .sort(ascending(WorkItemOrder.TRY_AT))
                .limit(most)
                .map(MongoWorkItemOrders::waiting)
                .into(new ArrayList<>());
    }

    void tryAgain(WorkItemOrder order, Instant at) {
        update(order, set(WorkItemOrder.TRY_AT, at.toEpochMilli()));
    }

    /** Its work is not there; perhaps a slow replica is making it. */
    void missed(WorkItemOrder order, Instant lookAgain) {
        update(order, combine(set(MISSED, true), set(WorkItemOrder.TRY_AT, lookAgain.toEpochMilli())));
    }

    /** Unless what it was for is over since: then its work has to be ended, so it goes on waiting. */
    void carriedOut(WorkItemOrder order, Instant at) {
        update(order, NOT_OVER, unset(WorkItemOrder.TRY_AT));
        update(order, exists(Matter.NAME, false), set(SETTLED_AT, Date.from(at)));
    }

    void refused(WorkItemOrder order, String why, Instant at) {
        update(
                order,
                NOT_OVER,
                combine(unset(WorkItemOrder.TRY_AT), set(REFUSED, why), set(SETTLED_AT, Date.from(at))));
    }

    /** What it was for is over, and so is its work. */
    void ended(WorkItemOrder order, Instant at) {
        update(order, combine(unset(WorkItemOrder.TRY_AT), set(SETTLED_AT, Date.from(at))));
    }

    private void update(WorkItemOrder order, Bson update) {
        update(order, empty(), update);
    }

    private void update(WorkItemOrder order, Bson where, Bson update) {
        mongo.getCollection(WorkItemOrder.COLLECTION)
                .updateOne(and(eq("_id", order.workItemId().value()), where), update);
    }

    private static Waiting waiting(Document document) {
        var over = Optional.ofNullable(document.get(Matter.OVER, Document.class))
                .map(how -> new OrderOver(
                        Optional.ofNullable(how.getString(Matter.DONE_BY)).map(PersonId::new),
                        Instant.ofEpochMilli(how.get(Matter.OVER_AT, 0L))));
        return new Waiting(order(document), over, document.getBoolean(MISSED, false));
    }

    private static WorkItemOrder order(Document document) {
        return new WorkItemOrder(
                document.getString(WorkItemOrder.REFERENCE),
                new PersonId(document.getString(WorkItemOrder.OWNER)),
                new Wording(
                        document.getString(WorkItemOrder.TITLE),
                        Optional.ofNullable(document.getString(WorkItemOrder.DESCRIPTION))),
                LocalDate.parse(document.getString(WorkItemOrder.DUE)),
                Priority.valueOf(document.getString(WorkItemOrder.PRIORITY)));
    }
}
