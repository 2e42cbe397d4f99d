package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.LANE;
import static dev.keshi.messaging.AggregateDocument.OLDEST_PENDING;
import static dev.keshi.messaging.AggregateDocument.OUTBOX;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.bson.Document;
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
    private static final int SWEEP_DOCUMENTS = 20_000;
    private static final int MOST_RECORDS_IN_FLIGHT = 5_000;
    private static final int TRIM_AT_LEAST = 50;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MongoDatabase database;
    private final List<String> collections;
    private final LaneLeases leases;
    private final Producer<String, byte[]> producer;
    private final RelayMetrics metrics;
    private final Clock clock;
    private final String source;
    private final long epoch;
    private final int number;
    private final int workers;

    private final ArrayBlockingQueue<Pending> rung = new ArrayBlockingQueue<>(20_000);
    private final Queue<Flight> reported = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<Pending, Flight> flights = new HashMap<>();
    private final Queue<String> toSweep = new ArrayDeque<>();
    private @Nullable MongoCursor<Document> sweep;
    private String sweptCollection = "";
    private long retryAt;

    private volatile boolean sweepWanted = true;
    private volatile boolean running = true;
    private volatile @Nullable Thread thread;

    RelayWorker(
            MongoDatabase database,
            List<String> collections,
            LaneLeases leases,
            Producer<String, byte[]> producer,
            RelayMetrics metrics,
            Clock clock,
            String source,
            long epoch,
            int number,
            int workers) {
        this.database = database;
        this.collections = collections;
        this.leases = leases;
        this.producer = producer;
        this.metrics = metrics;
        this.clock = clock;
        this.source = source;
        this.epoch = epoch;
        this.number = number;
        this.workers = workers;
    }

    boolean serves(int lane) {
        return lane % workers == number;
    }

    /** There is news in the document. When too much is rung at once the sweep finds what did not fit. */
    void ring(Pending document) {
        if (!rung.offer(document)) {
            sweepWanted = true;
        }
        wake();
    }

    void sweepSoon() {
        sweepWanted = true;
        wake();
    }

    /** Lanes in which something is on its way. */
    Set<Integer> busyLanes() {
        synchronized (flights) {
            var busy = new HashSet<Integer>();
            flights.keySet().forEach(document -> busy.add(document.lane()));
            return busy;
        }
    }

    void stop() {
        running = false;
        wake();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (running) {
            try {
                if (!step()) {
                    LockSupport.parkNanos(IDLE_NANOS);
                }
            } catch (RuntimeException failure) {
                log.warn("The relay goes on after: {}", failure.toString());
                startOver();
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
        drain();
    }

    /** @return whether there may be more to do at once */
    private boolean step() {
        trimAcknowledged();
        if (inFlight.get() >= MOST_RECORDS_IN_FLIGHT) {
            return false;
        }
        boolean found = publishRung();
        return publishSwept() || found;
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
                .forEach(document -> publish(collection, document)));
        return !due.isEmpty();
    }

    private boolean publishSwept() {
        if (sweepWanted && sweep == null && toSweep.isEmpty()) {
            sweepWanted = false;
            toSweep.addAll(collections);
        }
        if (sweep == null) {
            if (toSweep.isEmpty()) {
                return false;
            }
            sweptCollection = toSweep.remove();
            sweep = openSweep(sweptCollection);
        }
        int read = 0;
        while (read < BATCH && sweep.hasNext()) {
            publish(sweptCollection, sweep.next());
            read++;
        }
        if (read < BATCH) {
            closeSweep();
        }
        return true;
    }

    private MongoCursor<Document> openSweep(String collection) {
        var lanes = leases.held().stream().filter(this::serves).toList();
        return database.getCollection(collection)
                .find(and(in(LANE, lanes), exists(OLDEST_PENDING)))
                .projection(include(OUTBOX))
                .batchSize(BATCH)
                .limit(SWEEP_DOCUMENTS)
                .cursor();
    }

    private void closeSweep() {
        if (sweep != null) {
            sweep.close();
            sweep = null;
        }
    }

    private void publish(String collection, Document document) {
        var pending = new Pending(collection, document.getString(ID));
        if (!leases.holds(pending.lane())) {
            return;
        }
        var flight = flight(pending);
        if (flight.hasFailed()) {
            return;
        }
        for (var entry : document.getList(OUTBOX, Document.class)) {
            if (entry.getLong(OutboxEntry.SEQUENCE) > flight.lastSent) {
                send(flight, OutboxEntry.of(entry));
            }
        }
    }

    private Flight flight(Pending document) {
        synchronized (flights) {
            return flights.computeIfAbsent(document, Flight::new);
        }
    }

    private void send(Flight flight, OutboxEntry event) {
        flight.sent(event.sequence());
        inFlight.incrementAndGet();
        producer.send(EventEnvelope.record(source, flight.document.id(), epoch, event), (_, failure) -> {
            inFlight.decrementAndGet();
            if (failure == null) {
                flight.acknowledged(event.sequence());
                metrics.acknowledged(event.time().getTime(), clock.millis());
            } else {
                log.warn("{} was not published yet: {}", event.type(), failure.toString());
                metrics.sendFailed();
                flight.failed();
            }
            reported.add(flight);
            wake();
        });
    }

    private void trimAcknowledged() {
        var due = new HashSet<Flight>();
        for (var flight = reported.poll(); flight != null; flight = reported.poll()) {
            if (flight.landed() || flight.acknowledged() - flight.trimmed >= TRIM_AT_LEAST) {
                due.add(flight);
            }
        }
        if (!due.isEmpty()) {
            trim(due);
        }
        if (retryAt != 0 && System.nanoTime() - retryAt >= 0) {
            retryAt = 0;
            sweepWanted = true;
        }
    }

    private void trim(Set<Flight> due) {
        var trims = new HashMap<String, List<WriteModel<Document>>>();
        var upTo = new HashMap<Flight, Long>();
        for (var flight : due) {
            long acknowledged = flight.acknowledged();
            if (acknowledged > flight.trimmed) {
                upTo.put(flight, acknowledged);
                trims.computeIfAbsent(flight.document.collection(), _ -> new ArrayList<>())
                        .add(new UpdateOneModel<>(
                                eq(ID, flight.document.id()),
                                Updates.pullByFilter(eq(OUTBOX, lte(OutboxEntry.SEQUENCE, acknowledged)))));
            }
        }
        trims.forEach((collection, writes) ->
                database.getCollection(collection).bulkWrite(writes, new BulkWriteOptions().ordered(false)));
        upTo.forEach((flight, acknowledged) -> flight.trimmed = acknowledged);
        due.stream().filter(Flight::finished).forEach(this::forget);
    }

    /** While a sweep's cursor is open it may still hand out what was trimmed; until then the flight is remembered. */
    private void forget(Flight flight) {
        if (flight.hasFailed()) {
            retryAt = System.nanoTime() + RETRY_NANOS;
        } else if (sweep != null) {
            reported.add(flight);
            return;
        }
        synchronized (flights) {
            flights.remove(flight.document);
        }
    }

    /** After an error of MongoDB: what was acknowledged is published again rather than lost. */
    private void startOver() {
        closeSweep();
        toSweep.clear();
        sweepWanted = true;
        flights.values().forEach(reported::add);
    }

    private void drain() {
        closeSweep();
        producer.flush();
        try {
            flights.values().forEach(reported::add);
            trimAcknowledged();
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
