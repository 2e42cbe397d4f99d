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
import com.mongodb.client.model.ReplaceOneModel;
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

    /** Id of the event that a copy has come to: of all that it has applied the only one that it can tell from another. */
    static final String LAST_EVENT = "lastEvent";

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
        var marks = new Marks(new HashSet<>(), new HashSet<>());
        while (!waiting.isEmpty()) {
            var runs = new ArrayList<Run>(waiting.size());
            waiting.forEach((key, queue) -> next(projection, key, queue, marks).ifPresent(runs::add));
            writeRound(projection, runs, marks);
            waiting.values().removeIf(Deque::isEmpty);
        }
    }

    /**
     * An event that was given up: the copy that waits for it goes on without it. Without the first there is no copy, and so
     * nothing that could go on.
     */
    void leaveOut(Subscription.ToProjection projection, Incoming event) {
        var place = EventPlace.of(event);
        database.getCollection(projection.collection())
                .updateOne(
                        and(eq("_id", event.key()), place.nextOf("")),
                        Updates.combine(standing(place, event.raw().id())));
    }

    private static List<Bson> standing(EventPlace place, String event) {
        var updates = place.updates("");
        updates.add(Updates.set(LAST_EVENT, event));
        return updates;
    }

    /**
     * What earlier rounds have found out about keys.
     *
     * @param oneByOne a run of several events was refused: one of them is to blame
     * @param anew the copy is of an earlier epoch, and the aggregate begins again
     */
    private record Marks(Set<String> oneByOne, Set<String> anew) {}

    /**
     * Events of one key and epoch whose sequences follow each other.
     *
     * @param fields what all of them together change
     * @param rest what comes after them for the key
     * @param anew whether there is a copy that the first event replaces
     */
    private record Run(
            List<Incoming> events, Map<String, @Nullable Object> fields, Deque<Incoming> rest, boolean anew) {

        String key() {
            return events.getFirst().key();
        }

        EventPlace first() {
            return EventPlace.of(events.getFirst());
        }

        EventPlace last() {
            return EventPlace.of(events.getLast());
        }

        boolean isStarted() {
            return !events.isEmpty();
        }

        /** Another event in the place of the last one is no repetition of it. */
        boolean holds(Incoming event) {
            return find(EventPlace.of(event))
                    .filter(known -> known != events.getLast()
                            || known.raw().id().equals(event.raw().id()))
                    .isPresent();
        }

        Optional<Incoming> find(EventPlace place) {
            return isStarted() && first().compareTo(place) <= 0 && place.compareTo(last()) <= 0
                    ? Optional.of(events.get(Math.toIntExact(place.sequence() - first().sequence())))
                    : Optional.empty();
        }

        boolean isFollowedBy(EventPlace place) {
            return events.isEmpty() || (last().epoch() == place.epoch() && last().isFollowedBy(place));
        }

        void add(Incoming event, Projected change) {
            events.add(event);
            fields.putAll(change.fields());
        }

        /** The first event makes the copy, a later one changes the copy that stands right before it. */
        WriteModel<Document> model() {
            if (first().sequence() > 1) {
                var updates = new ArrayList<Bson>();
                fields.forEach((field, value) ->
                        updates.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
                updates.addAll(standing(last(), events.getLast().raw().id()));
                return new UpdateOneModel<>(and(eq("_id", key()), first().nextOf("")), Updates.combine(updates));
            }
            return anew
                    ? new ReplaceOneModel<>(and(eq("_id", key()), first().laterEpochThan("")), copy())
                    : new InsertOneModel<>(copy());
        }

        private Document copy() {
            var copy = new Document("_id", key());
            last().putInto(copy);
            copy.append(LAST_EVENT, events.getLast().raw().id());
            fields.forEach((field, value) -> {
                if (value != null) {
                    copy.append(field, value);
                }
            });
            return copy;
        }
    }

    /**
     * Takes what can be written at once. A refused event ends the run and is parked when it is the first: what stands
     * before it has been written by then.
     */
    private Optional<Run> next(Subscription.ToProjection projection, String key, Deque<Incoming> queue, Marks marks) {
        boolean one = marks.oneByOne().contains(key);
        var run = new Run(
                new ArrayList<>(), new LinkedHashMap<>(), queue, marks.anew().contains(key));
        for (var incoming = queue.peek(); incoming != null; incoming = queue.peek()) {
            if (run.holds(incoming)) {
                metrics.duplicates(1);
            } else if (run.isFollowedBy(EventPlace.of(incoming)) && !(one && run.isStarted())) {
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

    private void writeRound(Subscription.ToProjection projection, List<Run> runs, Marks marks) {
        if (runs.isEmpty()) {
            return;
        }
        var collection = database.getCollection(projection.collection());
        var written = write(collection, runs.stream().map(Run::model).toList());
        if (written.applied() == runs.size()) {
            return;
        }
        written.refused().forEach((place, refusal) -> refuse(projection, runs.get(place), refusal, marks));
        var unclear = IntStream.range(0, runs.size())
                .filter(place -> !written.refused().containsKey(place))
                .mapToObj(runs::get)
                .toList();
        if (written.applied() < unclear.size()) {
            compare(projection, collection, unclear, written.applied(), marks);
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

    private void refuse(Subscription.ToProjection projection, Run run, Refusal refusal, Marks marks) {
        if (run.events().size() > 1) {
            marks.oneByOne().add(run.key());
            again(run, run.events());
        } else {
            parking.park(projection.name(), run.events().getFirst().record(), refusal);
            parkBehind(projection, run.rest());
        }
    }

    private static void again(Run run, List<Incoming> events) {
        events.reversed().forEach(run.rest()::addFirst);
    }

    /** Some write met another place: what stands behind the copy is a repetition, what is ahead of it misses something. */
    private void compare(
            Subscription.ToProjection projection,
            MongoCollection<Document> collection,
            List<Run> runs,
            int applied,
            Marks marks) {
        var copies = new HashMap<String, Document>();
        collection
                .find(in("_id", runs.stream().map(Run::key).toList()))
                .projection(include(EventPlace.SEQUENCE, EventPlace.EPOCH, LAST_EVENT))
                .forEach(copy -> copies.put(copy.getString("_id"), copy));
        long reached = 0;
        for (var run : runs) {
            var copy = copies.getOrDefault(run.key(), new Document());
            var stands = EventPlace.in(copy);
            var other = run.find(stands).filter(event -> isAnother(copy, event));
            if (other.isPresent()) {
                takenPlace(run, other.get(), copy.getString(LAST_EVENT));
            } else if (stands.equals(run.last())) {
                reached++;
            } else {
                compare(projection, run, stands, marks);
            }
        }
        // Where a copy stands at the end of its run, either this round has brought it there or all of the run is a
        // repetition.
        metrics.duplicates(Math.max(0, reached - applied));
    }

    /** An older copy does not say by which event it came to where it stands. */
    private static boolean isAnother(Document copy, Incoming event) {
        return copy.get(LAST_EVENT) instanceof String last
                && !last.equals(event.raw().id());
    }

    /** It is none of the key's history, so nothing waits for it. */
    private void takenPlace(Run run, Incoming event, String holder) {
        parking.park(
                DeadLetters.FOREIGN,
                event.record(),
                Refusal.takenPlace(EventPlace.of(event).sequence(), holder));
        int place = run.events().indexOf(event);
        metrics.duplicates(place);
        again(run, run.events().subList(place + 1, run.events().size()));
    }

    private void compare(Subscription.ToProjection projection, Run run, EventPlace stands, Marks marks) {
        if (stands.isFollowedBy(run.first())) {
            if (stands.equals(EventPlace.NONE)) {
                marks.anew().remove(run.key());
            } else if (run.first().sequence() == 1) {
                marks.anew().add(run.key());
            }
            again(run, run.events());
        } else if (stands.compareTo(run.first()) < 0) {
            metrics.gap();
            var head = run.events().removeFirst();
            parking.park(projection.name(), head.record(), Refusal.gap(stands, EventPlace.of(head)));
            parkBehind(projection, run.events());
            parkBehind(projection, run.rest());
        } else if (stands.compareTo(run.last()) < 0) {
            int repeated = Math.toIntExact(stands.sequence() - run.first().sequence() + 1);
            metrics.duplicates(repeated);
            again(run, run.events().subList(repeated, run.events().size()));
        } else {
            // Also what comes late from before a restore: it is no part of the history any more.
            metrics.duplicates(run.events().size());
        }
    }
}
