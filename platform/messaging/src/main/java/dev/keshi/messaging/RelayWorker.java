package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.OLDEST_PENDING;
import static dev.keshi.messaging.AggregateDocument.OUTBOX;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes for its share of the lanes. One thread reads, sends and trims, so a document is never read before and sent
 * after its trim; acknowledgements come back from the producer's thread. Between two looks at a document its events go
 * out in order, behind each other, without waiting for the broker.
 */
final class RelayWorker implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(RelayWorker.class);
    private static final int BATCH = 500;
    /** News wakes the worker; the clock alone wakes it for what failed and is tried again. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MongoDatabase database;
    private final int number;
    private final int workers;
    private final OutboxSweep sweep;
    private final Flights flights;

    private final ArrayBlockingQueue<Pending> rung = new ArrayBlockingQueue<>(20_000);
    private volatile boolean running = true;
    private volatile @Nullable Thread thread;

    /** @param number of this worker among all {@code workers} of the replica, from 0 */
    RelayWorker(
            MongoDatabase database,
            List<String> collections,
            LaneLeases leases,
            EventSender sender,
            int number,
            int workers) {
        this.database = database;
        this.number = number;
        this.workers = workers;
        this.sweep = new OutboxSweep(
                database,
                collections,
                () -> leases.held().stream().filter(this::serves).toList());
        this.flights = new Flights(database, leases, sender, sweep, this::wake);
    }

    boolean serves(int lane) {
        return lane % workers == number;
    }

    /** There is news in the document. When too much is rung at once the sweep finds what did not fit. */
    void ring(Pending document) {
        if (!rung.offer(document)) {
            sweep.want();
        }
        wake();
    }

    void sweepSoon() {
        sweep.want();
        wake();
    }

    /** Lanes in which something is on its way. */
    Set<Integer> busyLanes() {
        return flights.lanes();
    }

    void stop() {
        running = false;
        wake();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        try {
            while (running) {
                work();
            }
        } finally {
            drain();
        }
    }

    private void work() {
        try {
            if (!step()) {
                LockSupport.parkNanos(Math.min(IDLE_NANOS, flights.nanosUntilDue()));
            }
        } catch (RuntimeException failure) {
            log.warn("The relay goes on after: {}", failure.toString());
            sweep.startOver();
            flights.reportAll();
            LockSupport.parkNanos(RETRY_NANOS);
        }
    }

    /** @return whether there may be more to do at once */
    private boolean step() {
        flights.trimWhenDue();
        if (flights.areFull()) {
            return false;
        }
        boolean found = publishRung();
        return sweep.step(flights::publish) || found;
    }

    private boolean publishRung() {
        var due = new ArrayList<Pending>(BATCH);
        rung.drainTo(due, BATCH);
        var ids = new HashMap<String, Set<String>>();
        due.forEach(document ->
                ids.computeIfAbsent(document.collection(), _ -> new HashSet<>()).add(document.id()));
        ids.forEach((collection, some) -> database.getCollection(collection)
                .find(and(in(ID, some), exists(OLDEST_PENDING)))
                .projection(include(OUTBOX))
                .forEach(document -> flights.publish(collection, document)));
        return !due.isEmpty();
    }

    private void drain() {
        sweep.close();
        try {
            flights.land();
        } catch (RuntimeException failure) {
            log.warn("Published events were not trimmed and will be sent again: {}", failure.toString());
        }
    }

    private void wake() {
        var worker = thread;
        if (worker != null) {
            LockSupport.unpark(worker);
        }
    }
}
