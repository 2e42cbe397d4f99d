package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.keshi.messaging.TakenId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Applies events to copies of their aggregates: each exactly once and in order, because a write only matches the copy
 * that stands at the sequence before it. Events of one key that follow each other are one write.
 */
final class ProjectionWriter {

    private static final String SEQUENCE = "sequence";

    private final MongoDatabase database;
    private final Parking parking;
    private final ConsumerMetrics metrics;

    ProjectionWriter(MongoDatabase database, Parking parking, ConsumerMetrics metrics) {
        this.database = database;
        this.parking = parking;
        this.metrics = metrics;
    }

    void write(Subscription.ToProjection projection, List<Incoming> events) {
        var waiting = new LinkedHashMap<String, Deque<Incoming>>();
        events.forEach(event ->
                waiting.computeIfAbsent(event.key(), _ -> new ArrayDeque<>()).add(event));
        while (!waiting.isEmpty()) {
            var runs = new ArrayList<Run>(waiting.size());
            waiting.values().forEach(queue -> next(projection, queue).ifPresent(runs::add));
            writeRound(projection, runs);
            waiting.values().removeIf(Deque::isEmpty);
        }
    }

    /**
     * An event that was given up: the copy that waits for it goes on without it. Without the first there is no copy, and so
     * nothing that could go on.
     */
    void leaveOut(Subscription.ToProjection projection, RawEvent event) {
        database.getCollection(projection.collection())
                .updateOne(
                        and(eq("_id", event.key()), eq(SEQUENCE, event.sequence() - 1)),
                        Updates.set(SEQUENCE, event.sequence()));
    }

    /**
     * Events of one key whose sequences follow each other.
     *
     * @param fields what all of them together change
     * @param rest what comes after them for the key
     */
    private record Run(List<Incoming> events, Map<String, @Nullable Object> fields, Deque<Incoming> rest) {

        String key() {
            return events.getFirst().key();
        }

        long first() {
            return events.getFirst().event().sequence();
        }

        long last() {
            return events.getLast().event().sequence();
        }

        boolean holds(long sequence) {
            return !events.isEmpty() && first() <= sequence && sequence <= last();
        }

        boolean isFollowedBy(long sequence) {
            return events.isEmpty() || sequence == last() + 1;
        }

        void add(Incoming event, Projected change) {
            events.add(event);
            fields.putAll(change.fields());
        }

        /** The first event makes the copy, a later one changes the copy that stands right before it. */
        WriteModel<Document> model() {
            if (first() == 1) {
                var copy = new Document("_id", key()).append(SEQUENCE, last());
                fields.forEach((field, value) -> {
                    if (value != null) {
                        copy.append(field, value);
                    }
                });
                return new InsertOneModel<>(copy);
            }
            var updates = new ArrayList<Bson>();
            fields.forEach(
                    (field, value) -> updates.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
            updates.add(Updates.set(SEQUENCE, last()));
            return new UpdateOneModel<>(and(eq("_id", key()), eq(SEQUENCE, first() - 1)), Updates.combine(updates));
        }
    }

    /**
     * Takes what can be written at once. A refused event ends the run and is parked when it is the first: what stands
     * before it has been written by then.
     */
    private Optional<Run> next(Subscription.ToProjection projection, Deque<Incoming> queue) {
        var run = new Run(new ArrayList<>(), new LinkedHashMap<>(), queue);
        for (var incoming = queue.peek(); incoming != null; incoming = queue.peek()) {
            long sequence = incoming.event().sequence();
            if (run.holds(sequence)) {
                metrics.duplicates(1);
            } else if (run.isFollowedBy(sequence)) {
                try {
                    run.add(incoming, projection.project(incoming.event()));
                } catch (RuntimeException refused) {
                    DeadLetterRules.rethrowIfInfrastructure(refused);
                    if (run.events().isEmpty()) {
                        parking.park(projection.name(), incoming.record(), refused.toString());
                        queue.remove();
                        parkBehind(projection, queue);
                    }
                    break;
                }
            } else {
                break;
            }
            queue.remove();
        }
        return run.events().isEmpty() ? Optional.empty() : Optional.of(run);
    }

    private void parkBehind(Subscription.ToProjection projection, Collection<Incoming> rest) {
        rest.forEach(incoming -> parking.park(projection.name(), incoming.record(), DeadLetters.BEHIND));
        rest.clear();
    }

    private void writeRound(Subscription.ToProjection projection, List<Run> runs) {
        if (runs.isEmpty()) {
            return;
        }
        var collection = database.getCollection(projection.collection());
        if (applied(collection, runs.stream().map(Run::model).toList()) == runs.size()) {
            return;
        }
        var sequences = new HashMap<String, Long>();
        collection
                .find(in("_id", runs.stream().map(Run::key).toList()))
                .projection(include(SEQUENCE))
                .forEach(copy -> sequences.put(copy.getString("_id"), copy.getLong(SEQUENCE)));
        for (var run : runs) {
            compare(projection, run, sequences.getOrDefault(run.key(), 0L));
        }
    }

    private static long applied(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        BulkWriteResult result;
        try {
            result = collection.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteConcernError() != null
                    || failure.getWriteErrors().stream().anyMatch(error -> !TakenId.isMeantBy(error))) {
                throw failure;
            }
            result = failure.getWriteResult();
        }
        return result.getMatchedCount() + result.getInsertedCount();
    }

    /** Some write met another sequence: what stands behind the copy is a repetition, what is ahead of it misses something. */
    private void compare(Subscription.ToProjection projection, Run run, long stands) {
        if (stands < run.first()) {
            metrics.gap();
            var head = run.events().removeFirst();
            parking.park(
                    projection.name(),
                    head.record(),
                    Refusal.gap(stands, head.event().sequence()));
            parkBehind(projection, run.events());
            parkBehind(projection, run.rest());
        } else if (stands < run.last()) {
            int repeated = Math.toIntExact(stands - run.first() + 1);
            metrics.duplicates(repeated);
            run.events().subList(repeated, run.events().size()).reversed().forEach(run.rest()::addFirst);
        } else if (stands > run.last()) {
            metrics.duplicates(run.events().size());
        }
    }
}
