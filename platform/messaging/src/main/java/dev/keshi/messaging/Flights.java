package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.OUTBOX;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * What one worker has on its way to Kafka: sent in order per document, trimmed when the broker has it. The worker's
 * thread sends and trims; acknowledgements come back from the producer's thread.
 */
final class Flights {

    private static final int MOST_RECORDS = 5_000;
    private static final int TRIM_AT_LEAST = 50;
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MongoDatabase database;
    private final LaneLeases leases;
    private final EventSender sender;
    private final OutboxSweep sweep;
    private final Runnable wake;

    private final Map<Pending, Flight> flights = new HashMap<>();
    private final Queue<Flight> reported = new ConcurrentLinkedQueue<>();
    private final AtomicInteger records = new AtomicInteger();
    private long retryAt;

    /** @param wake called by the producer's thread when something came back */
    Flights(MongoDatabase database, LaneLeases leases, EventSender sender, OutboxSweep sweep, Runnable wake) {
        this.database = database;
        this.leases = leases;
        this.sender = sender;
        this.sweep = sweep;
        this.wake = wake;
    }

    boolean areFull() {
        return records.get() >= MOST_RECORDS;
    }

    /** Lanes in which something is on its way. */
    Set<Integer> lanes() {
        synchronized (flights) {
            var busy = new HashSet<Integer>();
            flights.keySet().forEach(document -> busy.add(document.lane()));
            return busy;
        }
    }

    /** Sends what the document has and what was not sent yet, for as long as its lane is held. */
    void publish(String collection, Document document) {
        var pending = new Pending(collection, document.getString(ID));
        if (!leases.holds(pending.lane())) {
            return;
        }
        var flight = flight(pending);
        if (flight.hasFailed()) {
            return;
        }
        for (var entry : document.getList(OUTBOX, Document.class)) {
            if (!leases.holds(pending.lane())) {
                reported.add(flight);
                return;
            }
            if (entry.getLong(OutboxEntry.SEQUENCE) > flight.lastSent) {
                send(flight, OutboxEntry.of(entry));
            }
        }
    }

    /** Before the last look at the lease: whoever takes the lane away sees either the flight or that nothing is sent. */
    private Flight flight(Pending document) {
        synchronized (flights) {
            return flights.computeIfAbsent(document, Flight::new);
        }
    }

    private void send(Flight flight, OutboxEntry event) {
        flight.sent(event.sequence());
        records.incrementAndGet();
        sender.send(flight.document.id(), event, arrived -> {
            records.decrementAndGet();
            if (arrived) {
                flight.acknowledged(event.sequence());
            } else {
                flight.failed();
            }
            reported.add(flight);
            wake.run();
        });
    }

    /** Takes out of the documents what the broker has. */
    void trimAcknowledged() {
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
            sweep.want();
        }
    }

    /** Documents that were sent up to the same sequence are trimmed by one write: after an import that is hundreds at once. */
    private void trim(Set<Flight> due) {
        var trims = new HashMap<String, Map<Long, List<String>>>();
        var upTo = new HashMap<Flight, Long>();
        for (var flight : due) {
            long acknowledged = flight.acknowledged();
            if (acknowledged > flight.trimmed) {
                upTo.put(flight, acknowledged);
                trims.computeIfAbsent(flight.document.collection(), _ -> new HashMap<>())
                        .computeIfAbsent(acknowledged, _ -> new ArrayList<>())
                        .add(flight.document.id());
            }
        }
        trims.forEach((collection, bySequence) -> {
            var writes = new ArrayList<WriteModel<Document>>(bySequence.size());
            bySequence.forEach((acknowledged, ids) -> writes.add(new UpdateManyModel<>(
                    in(ID, ids), Updates.pullByFilter(eq(OUTBOX, lte(OutboxEntry.SEQUENCE, acknowledged))))));
            Failpoint.BEFORE_TRIM.reached();
            database.getCollection(collection).bulkWrite(writes, new BulkWriteOptions().ordered(false));
            Failpoint.AFTER_TRIM.reached();
        });
        upTo.forEach((flight, acknowledged) -> flight.trimmed = acknowledged);
        due.stream().filter(Flight::finished).forEach(this::forget);
    }

    private void forget(Flight flight) {
        if (flight.hasFailed()) {
            retryAt = System.nanoTime() + RETRY_NANOS;
        } else if (sweep.isOpen()) {
            reported.add(flight);
            return;
        }
        synchronized (flights) {
            flights.remove(flight.document);
        }
    }

    /** After an error of MongoDB all are looked at again: a trim may not have been done. */
    void reportAll() {
        flights.values().forEach(reported::add);
    }

    /** Waits until the broker has what was sent, and trims it. */
    void land() {
        sender.flush();
        reportAll();
        trimAcknowledged();
    }
}
