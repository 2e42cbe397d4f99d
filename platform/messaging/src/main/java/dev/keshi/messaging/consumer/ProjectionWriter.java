package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        var oneByOne = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var runs = new ArrayList<Run>(waiting.size());
            waiting.forEach((key, queue) ->
                    next(projection, queue, oneByOne.contains(key)).ifPresent(runs::add));
            writeRound(projection, runs, oneByOne);
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

        boolean isStarted() {
            return !events.isEmpty();
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
     *
     * @param one takes one event at most
     */
    private Optional<Run> next(Subscription.ToProjection projection, Deque<Incoming> queue, boolean one) {
        var run = new Run(new ArrayList<>(), new LinkedHashMap<>(), queue);
        for (var incoming = queue.peek(); incoming != null; incoming = queue.peek()) {
            long sequence = incoming.event().sequence();
            if (run.holds(sequence)) {
                metrics.duplicates(1);
            } else if (run.isFollowedBy(sequence) && !(one && run.isStarted())) {
                try {
                    run.add(incoming, projection.project(incoming.event()));
                } catch (RuntimeException refused) {
                    DeadLetterRules.rethrowIfInfrastructure(refused);
                    if (run.events().isEmpty()) {
                        parking.park(projection.name(), incoming.record(), Refusal.byHandler(refused));
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
        rest.forEach(incoming -> parking.park(projection.name(), incoming.record(), Refusal.BEHIND));
        rest.clear();
    }

    /** @param oneByOne gets the keys of which a run of several events was refused: one of them is to blame */
    private void writeRound(Subscription.ToProjection projection, List<Run> runs, Set<String> oneByOne) {
        if (runs.isEmpty()) {
            return;
        }
        var collection = database.getCollection(projection.collection());
        var written = write(collection, runs.stream().map(Run::model).toList());
        if (written.applied() == runs.size()) {
            return;
        }
        written.refused().forEach((place, refusal) -> refuse(projection, runs.get(place), refusal, oneByOne));
        var unclear = IntStream.range(0, runs.size())
                .filter(place -> !written.refused().containsKey(place))
                .mapToObj(runs::get)
                .toList();
        if (written.applied() < unclear.size()) {
            compare(projection, collection, unclear, written.applied());
        }
    }

    /**
     * What came of the writes of a round.
     *
     * @param applied how many copies were made or changed
     * @param refused places of the writes that MongoDB will never take: a unique index, a field that does not fit a damaged
     *     copy
     */
    private record Written(int applied, Map<Integer, Refusal> refused) {

        static Written of(BulkWriteResult result, Map<Integer, Refusal> refused) {
            return new Written(result.getMatchedCount() + result.getInsertedCount(), refused);
        }
    }

    private static Written write(MongoCollection<Document> collection, List<WriteModel<Document>> writes) {
        try {
            return Written.of(collection.bulkWrite(writes, new BulkWriteOptions().ordered(false)), Map.of());
        } catch (MongoBulkWriteException failure) {
            DeadLetterRules.rethrowUnlessRefused(failure);
            var refused = failure.getWriteErrors().stream()
                    .filter(error -> !TakenId.isMeantBy(error))
                    .collect(Collectors.toMap(BulkWriteError::getIndex, Refusal::byStore));
            return Written.of(failure.getWriteResult(), refused);
        }
    }

    private void refuse(Subscription.ToProjection projection, Run run, Refusal refusal, Set<String> oneByOne) {
        if (run.events().size() > 1) {
            oneByOne.add(run.key());
            run.events().reversed().forEach(run.rest()::addFirst);
        } else {
            parking.park(projection.name(), run.events().getFirst().record(), refusal);
            parkBehind(projection, run.rest());
        }
    }

    /** Some write met another sequence: what stands behind the copy is a repetition, what is ahead of it misses something. */
    private void compare(
            Subscription.ToProjection projection, MongoCollection<Document> collection, List<Run> runs, int applied) {
        var sequences = new HashMap<String, Long>();
        collection
                .find(in("_id", runs.stream().map(Run::key).toList()))
                .projection(include(SEQUENCE))
                .forEach(copy -> sequences.put(copy.getString("_id"), copy.getLong(SEQUENCE)));
        long reached = 0;
        for (var run : runs) {
            long stands = sequences.getOrDefault(run.key(), 0L);
            if (stands == run.last()) {
                reached++;
            } else {
                compare(projection, run, stands);
            }
        }
        // Where a copy stands at the end of its run, either this round has brought it there or all of the run is a
        // repetition.
        metrics.duplicates(Math.max(0, reached - applied));
    }

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
        } else {
            metrics.duplicates(run.events().size());
        }
    }
}
