package dev.keshi.benchmarks.transaction;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Reads the oldest documents of the outbox, sends them all, waits for Kafka, deletes them in one write. A writer of the same
 * process wakes it, so that it need not poll often.
 */
final class PollingRelay {

    private static final int BATCH = 2_000;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final MongoCollection<Document> outbox;
    private final Producer<String, byte[]> producer;
    private final String topic;
    private volatile @Nullable Thread thread;

    PollingRelay(MongoCollection<Document> outbox, Producer<String, byte[]> producer, String topic) {
        this.outbox = outbox;
        this.producer = producer;
        this.topic = topic;
    }

    void start() {
        if (thread == null) {
            var relay = Thread.ofPlatform().name("polling-relay").daemon().unstarted(this::run);
            thread = relay;
            relay.start();
        }
    }

    void stop() {
        var relay = thread;
        thread = null;
        if (relay != null) {
            LockSupport.unpark(relay);
            try {
                relay.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                if (!publishBatch()) {
                    LockSupport.parkNanos(IDLE_NANOS);
                }
            } catch (ExecutionException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    private boolean publishBatch() throws ExecutionException, InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(BATCH);
        var ids = new ArrayList<Object>(BATCH);
        for (var entry : outbox.find().sort(ascending("_id")).limit(BATCH).batchSize(BATCH)) {
            var data = entry.get("data", Binary.class).getData();
            sent.add(producer.send(new ProducerRecord<>(topic, entry.getString("key"), data)));
            ids.add(entry.get("_id"));
        }
        for (var acknowledged : sent) {
            acknowledged.get();
        }
        if (!ids.isEmpty()) {
            outbox.deleteMany(in("_id", ids));
        }
        return !ids.isEmpty();
    }
}
