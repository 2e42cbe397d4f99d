package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static dev.keshi.messaging.AggregateDocument.ID;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import dev.keshi.messaging.TakenId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;

/**
 * Writes effects: a document's id is made of the event and the effect, so a repeated event finds it there. Of a write new documents go first,
 * all at once, and what changes documents follows one after the other: a change may find a document of a later event, as it may when events are
 * repeated.
 */
final class EffectWriter {

    private static final int BATCH = 1_000;

    private final MongoDatabase database;
    private final Parking parking;
    private final ConsumerMetrics metrics;

    EffectWriter(MongoDatabase database, Parking parking, ConsumerMetrics metrics) {
        this.database = database;
        this.parking = parking;
        this.metrics = metrics;
    }

    /**
     * Takes no more of the events than one write has room for, so that they may be worked out meanwhile.
     *
     * @return collections that were written to
     */
    Set<String> write(Subscription.ToEffects subscription, Iterator<PlannedEffects> events) {
        var written = new HashSet<String>();
        var parked = new HashSet<String>();
        var held = new HeldBack(subscription.name());
        while (events.hasNext()) {
            var writes = new LinkedHashMap<String, List<OwnedEffect>>();
            int gathered = 0;
            while (events.hasNext() && gathered < BATCH) {
                var planned = events.next();
                var incoming = planned.source();
                held.comes(incoming);
                var refusal = parked.contains(incoming.key()) ? Refusal.BEHIND : planned.refusal();
                if (refusal != null) {
                    parked.add(incoming.key());
                    parking.park(subscription.name(), incoming.record(), refusal);
                    continue;
                }
                for (var effect : planned.effects()) {
                    writes.computeIfAbsent(effect.collection(), _ -> new ArrayList<>())
                            .add(effect);
                }
                gathered += planned.effects().size();
            }
            write(writes, held);
            written.addAll(writes.keySet());
        }
        return written;
    }

    private void write(Map<String, List<OwnedEffect>> writes, HeldBack held) {
        for (Map.Entry<String, List<OwnedEffect>> collection : writes.entrySet()) {
            for (int from = 0; from < collection.getValue().size(); from += BATCH) {
                int to = Math.min(from + BATCH, collection.getValue().size());
                writeBatch(collection.getKey(), held.free(collection.getValue().subList(from, to)), held);
            }
        }
    }

    /**
     * Keys of which a write was refused, and what was parked because of that: from that event on they go on in no later write and no other
     * collection.
     */
    private final class HeldBack {

        private final String subscription;
        private final Map<Incoming, Integer> order = new IdentityHashMap<>();
        private final Map<String, Integer> refused = new HashMap<>();
        private final Set<Incoming> parked = Collections.newSetFromMap(new IdentityHashMap<>());

        HeldBack(String subscription) {
            this.subscription = subscription;
        }

        void comes(Incoming event) {
            order.put(event, order.size());
        }

        void refuse(Incoming source, Refusal refusal) {
            refused.merge(source.key(), place(source), Math::min);
            park(source, refusal);
        }

        /** What may still be written; the rest is parked. */
        List<OwnedEffect> free(List<OwnedEffect> writes) {
            if (refused.isEmpty()) {
                return writes;
            }
            writes.stream()
                    .map(OwnedEffect::source)
                    .filter(this::isHeldBack)
                    .forEach(source -> park(source, Refusal.BEHIND));
            return writes.stream().filter(write -> !isHeldBack(write.source())).toList();
        }

        private boolean isHeldBack(Incoming source) {
            return place(source) >= refused.getOrDefault(source.key(), Integer.MAX_VALUE);
        }

        private int place(Incoming source) {
            return Objects.requireNonNull(order.get(source));
        }

        private void park(Incoming source, Refusal refusal) {
            if (parked.add(source)) {
                parking.park(subscription, source.record(), refusal);
            }
        }
    }

    private void writeBatch(String collection, List<OwnedEffect> batch, HeldBack held) {
        var there =
                insert(collection, batch.stream().filter(OwnedEffect::inserts).toList(), held);
        var changes = batch.stream()
                .flatMap(write -> !write.inserts()
                        ? Stream.of(write)
                        : there.contains(write) ? write.whereItStands() : Stream.empty())
                .toList();
        change(collection, held.free(changes), held);
    }

    /**
     * New documents do not depend on each other: several times faster than one after the other.
     *
     * @return those whose documents stood already
     */
    private Set<OwnedEffect> insert(String collection, List<OwnedEffect> batch, HeldBack held) {
        if (batch.isEmpty()) {
            return Set.of();
        }
        try {
            database.getCollection(collection, RawBsonDocument.class)
                    .insertMany(
                            batch.stream().map(OwnedEffect::encoded).toList(), new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failure) {
            DeadLetterRules.rethrowUnlessRefused(failure);
            Set<OwnedEffect> there = Collections.newSetFromMap(new IdentityHashMap<>());
            for (var error : failure.getWriteErrors()) {
                var write = batch.get(error.getIndex());
                if (TakenId.isMeantBy(error)) {
                    there.add(write);
                } else {
                    held.refuse(write.source(), Refusal.byStore(error));
                }
            }
            keepApart(collection, there, held);
            return there;
        }
    }

    /** Repetitions, and what comes under the id of something else. */
    private void keepApart(String collection, Set<OwnedEffect> there, HeldBack held) {
        var holders = holders(collection, there);
        long others = 0;
        for (var write : there) {
            var holder = holders.get(write.id());
            if (holder != null && !write.isRepetitionOf(holder)) {
                others++;
                held.refuse(write.source(), Refusal.takenId(write.id(), write.identityOf(holder)));
            }
        }
        metrics.duplicates(there.size() - others);
    }

    private Map<String, Document> holders(String collection, Set<OwnedEffect> there) {
        var ids = there.stream()
                .filter(write -> !write.identityFields().isEmpty())
                .map(OwnedEffect::id)
                .toList();
        var fields = there.stream()
                .flatMap(write -> write.identityFields().stream())
                .distinct()
                .toList();
        var holders = new HashMap<String, Document>();
        if (!ids.isEmpty()) {
            database.getCollection(collection)
                    .find(in(ID, ids))
                    .projection(include(fields))
                    .forEach(holder -> holders.put(holder.getString(ID), holder));
        }
        return holders;
    }

    private void change(String collection, List<OwnedEffect> changes, HeldBack held) {
        if (!changes.isEmpty()) {
            ShadowIndexes.ensure(database, collection);
        }
        var rest = changes;
        while (!rest.isEmpty()) {
            try {
                database.getCollection(collection)
                        .bulkWrite(
                                rest.stream().map(OwnedEffect::model).toList(), new BulkWriteOptions().ordered(true));
                return;
            } catch (MongoBulkWriteException failure) {
                DeadLetterRules.rethrowUnlessRefused(failure);
                var error = failure.getWriteErrors().getFirst();
                held.refuse(rest.get(error.getIndex()).source(), Refusal.byStore(error));
                rest = held.free(rest.subList(error.getIndex() + 1, rest.size()));
            }
        }
    }
}
