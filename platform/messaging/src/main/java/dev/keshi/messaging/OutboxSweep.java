package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static dev.keshi.messaging.AggregateDocument.LANE;
import static dev.keshi.messaging.AggregateDocument.OLDEST_PENDING;
import static dev.keshi.messaging.AggregateDocument.OUTBOX;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.MinKey;
import org.jspecify.annotations.Nullable;

/**
 * Searches a worker's lanes for documents with pending events, those that wait longest first, a batch at a time, so that
 * what was rung goes out in between. Any thread may ask for it; the worker's thread does it.
 */
final class OutboxSweep {

    private static final int BATCH = 500;
    private static final int MOST_DOCUMENTS = 20_000;

    private final MongoDatabase database;
    private final List<String> collections;
    private final Supplier<? extends Collection<Integer>> lanes;

    private final Queue<String> next = new ArrayDeque<>();
    private @Nullable MongoCursor<Document> cursor;
    private String collection = "";
    private int handedOut;
    private volatile boolean wanted = true;

    OutboxSweep(MongoDatabase database, List<String> collections, Supplier<? extends Collection<Integer>> lanes) {
        this.database = database;
        this.collections = collections;
        this.lanes = lanes;
    }

    void want() {
        wanted = true;
    }

    /** While it is open it may still hand out a document as it was before a trim. */
    boolean isOpen() {
        return cursor != null;
    }

    /**
     * @param found takes a document and says whether there is room for another
     * @return whether there may be more to do at once
     */
    boolean step(BiPredicate<String, Document> found) {
        if (wanted && cursor == null && next.isEmpty()) {
            wanted = false;
            next.addAll(collections);
        }
        if (cursor == null) {
            if (next.isEmpty()) {
                return false;
            }
            collection = next.remove();
            cursor = open();
            handedOut = 0;
        }
        int read = 0;
        boolean room = true;
        while (room && read < BATCH && cursor.hasNext()) {
            room = found.test(collection, cursor.next());
            read++;
        }
        handedOut += read;
        if (room && read < BATCH) {
            close();
            if (handedOut >= MOST_DOCUMENTS) {
                next.add(collection);
            }
        }
        return true;
    }

    /** Begins from the start at the next step. */
    void startOver() {
        close();
        next.clear();
        wanted = true;
    }

    void close() {
        if (cursor != null) {
            cursor.close();
            cursor = null;
        }
    }

    private MongoCursor<Document> open() {
        return waiting(database.getCollection(collection), lanes.get())
                .batchSize(BATCH)
                .limit(MOST_DOCUMENTS)
                .cursor();
    }

    /** The condition on the time hides nothing: with it the lanes are looked for in the index alone. */
    static FindIterable<Document> waiting(MongoCollection<Document> collection, Collection<Integer> lanes) {
        return LongRead.of(
                        collection,
                        and(in(LANE, lanes), exists(OLDEST_PENDING), gte(OutboxBacklog.SINCE, new MinKey())))
                .sort(ascending(OutboxBacklog.SINCE))
                .projection(include(OUTBOX));
    }
}
