package dev.keshi.notification.inbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import dev.keshi.messaging.AggregateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Each batch of places is one transaction that also moves the counter. Two replicas at once collide at the counter, and
 * the one that loses finds the work done; so places are committed in their order, whoever gives them out.
 */
@Repository
class MongoInboxPositions implements InboxPositions {

    private static final int BATCH = 200;
    private static final String POSITIONS = "inbox_positions";
    private static final String COUNTER = "inbox";
    private static final String LAST = "last";

    private final AggregateStore store;
    private final MongoOperations mongo;
    private volatile boolean counting;

    MongoInboxPositions(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.mongo = mongo;
    }

    @Override
    public int place() {
        // Without a look from outside, every doorbell would cost a transaction.
        if (unplaced(1).isEmpty()) {
            return 0;
        }
        ensureCounter();
        return store.inTransaction(this::placeBatch);
    }

    /** Before the first transaction: two that both made the counter would fail instead of collide. */
    private void ensureCounter() {
        if (!counting) {
            mongo.execute(
                    POSITIONS,
                    counters -> counters.updateOne(
                            eq("_id", COUNTER), setOnInsert(LAST, 0L), new UpdateOptions().upsert(true)));
            counting = true;
        }
    }

    @Override
    public long last() {
        var counter = mongo.execute(
                POSITIONS, counters -> counters.find(eq("_id", COUNTER)).first());
        return counter == null ? 0 : counter.getLong(LAST);
    }

    private int placeBatch() {
        var changed = unplaced(BATCH);
        if (changed.isEmpty()) {
            return 0;
        }
        long position = take(changed.size());
        var writes = new ArrayList<WriteModel<Document>>(changed.size());
        for (var document : changed) {
            var recipient = document.get("state", Document.class).getString("recipient");
            writes.add(new UpdateOneModel<>(
                    eq("_id", document.getString("_id")),
                    combine(
                            set(Fields.PLACED, new Document("position", ++position).append("recipient", recipient)),
                            unset(Fields.UNPLACED))));
        }
        mongo.execute(Fields.INBOX, documents -> documents.bulkWrite(writes));
        return changed.size();
    }

    /** @return the last position before those that were taken */
    private long take(int count) {
        var counter = mongo.execute(
                POSITIONS,
                counters -> counters.findOneAndUpdate(
                        eq("_id", COUNTER),
                        inc(LAST, (long) count),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)));
        return Objects.requireNonNull(counter).getLong(LAST) - count;
    }

    private List<Document> unplaced(int limit) {
        return Objects.requireNonNull(mongo.execute(
                Fields.INBOX,
                documents -> documents
                        .find(eq(Fields.UNPLACED, true))
                        .projection(include(Fields.RECIPIENT))
                        .sort(ascending(Fields.OCCURRED_AT))
                        .limit(limit)
                        .into(new ArrayList<>())));
    }
}
