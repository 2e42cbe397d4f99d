package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.OUTBOX;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * What one worker has on its way to Kafka: sent in order per document, trimmed when the broker has it. The worker's
 * thread sends and trims; acknowledgements come back from the producer's thread.
 */
final class Flights {

    private static final int MOST_RECORDS = 5_000;
    private static final int TRIM_AT_ONCE = 500;
    /** What is not trimmed yet is sent again after a kill. */
    private static final long TRIM_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final MongoDatabase database;
    private final LaneLeases leases;
    private final EventSender sender;
    private final OutboxSweep sweep;
    private final Runnable wake;

    private final Map<Pending, Flight> flights = new HashMap<>();
    private final Queue<Flight> reported = new ConcurrentLinkedQueue<>();
    private final AtomicInteger records = new AtomicInteger();
    /** Something came back since the last trim; only the worker's thread looks here. */
    private final Set<Flight> due = new LinkedHashSet<>();
    /** Finished, but a sweep under way may still hand out the document as it was. */
    private final List<Flight> settled = new ArrayList<>();

    private long trimAt;
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
        return underWay() >= MOST_RECORDS;
    }

    /** Records that are with the producer. */
    int underWay() {
        return records.get();
    }

    /** Lanes in which something is on its way. */
    Set<Integer> lanes() {
        synchronized (flights) {
            var busy = new HashSet<Integer>();
            flights.keySet().forEach(document -> busy.add(document.lane()));
            return busy;
        }
    }

    /**
     * Sends what the document has and what was not sent yet, for as long as its lane is held, nothing before it has
     * failed and there is room. What finds no room is found by the next sweep.
     *
     * @return whether there is room for more
     */
    boolean publish(String collection, Document document) {
        if (areFull()) {
            sweep.want();
            return false;
        }
        var pending = new Pending(collection, document.getString(ID));
        if (leases.holds(pending.lane())) {
            publish(flight(pending), document.getList(OUTBOX, Document.class));
        }
        return !areFull();
    }

    private void publish(Flight flight, List<Document> entries) {
        for (var entry : entries) {
            if (entry.getLong(OutboxEntry.SEQUENCE) > flight.lastSent) {
                if (flight.hasFailed()) {
                    return;
                }
                if (areFull() || !leases.holds(flight.document.lane())) {
                    sweep.want();
                    reported.add(flight);
                    return;
                }
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
        flight.sent(event);
        records.incrementAndGet();
        var open = new AtomicBoolean(true);
        sender.send(flight.document.id(), event, arrived -> {
            if (!open.getAndSet(false)) {
                return;
            }
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

    /**
     * Takes out of the documents what the broker has, many at once: a trim of one document costs MongoDB three times as
     * much as one of hundreds. An event that is trimmed a moment later is at worst sent twice after a crash.
     */
    void trimWhenDue() {
        note();
        if (due.size() >= TRIM_AT_ONCE || (!due.isEmpty() && System.nanoTime() - trimAt >= 0)) {
            trim();
        }
        if (retryAt != 0 && System.nanoTime() - retryAt >= 0) {
            retryAt = 0;
            sweep.want();
        }
    }

    /** How long nothing has to be trimmed, if nothing more comes back. */
    long nanosUntilDue() {
        return due.isEmpty() ? Long.MAX_VALUE : Math.max(1, trimAt - System.nanoTime());
    }

    /** Takes out of the documents what the broker has, however little that is. */
    void trimAcknowledged() {
        note();
        trim();
    }

    private void note() {
        boolean none = due.isEmpty();
        for (var flight = reported.poll(); flight != null; flight = reported.poll()) {
            due.add(flight);
        }
        if (none && !due.isEmpty()) {
            trimAt = System.nanoTime() + TRIM_WITHIN_NANOS;
        }
        if (!settled.isEmpty() && !sweep.isOpen()) {
            settled.stream().filter(Flight::finished).forEach(this::remove);
            settled.clear();
        }
    }

    /** By the events' own ids, so that one write serves documents that stand at different sequences. */
    private void trim() {
        var trims = new HashMap<String, Trim>();
        var upTo = new HashMap<Flight, Long>();
        for (var flight : due) {
            long acknowledged = flight.acknowledged();
            var events = flight.untrimmed(acknowledged);
            if (!events.isEmpty()) {
                upTo.put(flight, acknowledged);
                trims.computeIfAbsent(flight.document.collection(), _ -> new Trim())
                        .add(flight.document.id(), events);
            }
        }
        trims.forEach((collection, trim) -> {
            Failpoint.BEFORE_TRIM.reached();
            database.getCollection(collection)
                    .updateMany(
                            in(ID, trim.documents), Updates.pullByFilter(eq(OUTBOX, in(OutboxEntry.ID, trim.events))));
            Failpoint.AFTER_TRIM.reached();
        });
        upTo.forEach(Flight::trimmed);
        due.stream().filter(Flight::finished).forEach(this::forget);
        due.clear();
    }

    private static final class Trim {
        private final List<String> documents = new ArrayList<>();
        private final List<String> events = new ArrayList<>();

        void add(String document, List<String> some) {
            documents.add(document);
            events.addAll(some);
        }
    }

    private void forget(Flight flight) {
        if (flight.hasFailed()) {
            retryAt = System.nanoTime() + RETRY_NANOS;
        } else if (sweep.isOpen()) {
            settled.add(flight);
            return;
        }
        remove(flight);
    }

    private void remove(Flight flight) {
        synchronized (flights) {
            flights.remove(flight.document, flight);
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
