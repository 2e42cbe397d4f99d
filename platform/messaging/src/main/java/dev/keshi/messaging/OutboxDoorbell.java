package dev.keshi.messaging;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which documents other replicas have written, from one change stream of the service's database. It remembers no
 * position: when the stream breaks or its history is lost it takes a fresh one and asks for a sweep, because the events
 * themselves wait in the documents. A replica that is alone needs none: a stream costs the server a look at every write
 * of every database.
 */
final class OutboxDoorbell {

    private static final Logger log = LoggerFactory.getLogger(OutboxDoorbell.class);
    private static final int CHANGE_STREAM_HISTORY_LOST = 286;
    /** How long the server holds a question that has no answer yet; news is told at once. */
    private static final long QUIET_SECONDS = 5;

    private final MongoDatabase database;
    private final List<Bson> pipeline;
    private final Consumer<Pending> ring;
    private final Runnable sweep;
    private final RelayMetrics metrics;
    private volatile @Nullable Thread thread;

    OutboxDoorbell(
            MongoDatabase database,
            List<String> collections,
            Consumer<Pending> ring,
            Runnable sweep,
            RelayMetrics metrics) {
        this.database = database;
        this.ring = ring;
        this.sweep = sweep;
        this.metrics = metrics;
        // A trim changes no version, so it does not ring.
        this.pipeline = List.of(
                match(and(
                        in("ns.coll", collections),
                        or(
                                eq("operationType", "insert"),
                                and(
                                        eq("operationType", "update"),
                                        exists("updateDescription.updatedFields.version"))))),
                project(include("documentKey", "ns", "operationType")));
    }

    /** From now on, until it is closed. */
    void open() {
        if (thread == null) {
            var listening = Thread.ofPlatform().name("outbox-doorbell").daemon().unstarted(this::run);
            thread = listening;
            listening.start();
        }
    }

    /** What it did not come to tell is found by a sweep. */
    void close() {
        var listening = thread;
        if (listening != null) {
            thread = null;
            listening.interrupt();
            sweep.run();
        }
    }

    private boolean isOpen() {
        return thread == Thread.currentThread();
    }

    private void run() {
        while (isOpen()) {
            try (var stream = database.watch(pipeline)
                    .batchSize(1_000)
                    .maxAwaitTime(QUIET_SECONDS, TimeUnit.SECONDS)
                    .cursor()) {
                sweep.run();
                listen(stream);
            } catch (RuntimeException | Error broken) {
                // An error too: nobody would listen any more, and no other thread begins.
                if (!isOpen()) {
                    return;
                }
                if (broken instanceof MongoCommandException command
                        && command.getErrorCode() == CHANGE_STREAM_HISTORY_LOST) {
                    metrics.historyLost();
                }
                log.warn("The change stream is opened anew: {}", broken.toString());
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
            }
        }
    }

    private void listen(MongoChangeStreamCursor<ChangeStreamDocument<Document>> stream) {
        while (isOpen()) {
            var change = stream.tryNext();
            if (change != null && change.getNamespace() != null && change.getDocumentKey() != null) {
                ring.accept(new Pending(
                        change.getNamespace().getCollectionName(),
                        change.getDocumentKey().getString("_id").getValue()));
            }
        }
    }
}
