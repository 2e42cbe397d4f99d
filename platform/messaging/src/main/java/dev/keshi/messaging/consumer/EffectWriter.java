package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static dev.keshi.messaging.AggregateDocument.HEARD;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.VERSION;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.WriteModel;
import dev.keshi.messaging.TakenId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * Writes effects: a document's id is made of the event and the effect, so a repeated event finds it there. Of a batch new documents go first,
 * all at once, and what changes documents follows one after the other: a change may find a document of a later event, as it may when events are
 * repeated.
 */
final class EffectWriter {

    private static final int BATCH = 1_000;

    private static final String KEY = "key";

    private final MongoDatabase database;
    private final Parking parking;
    private final ConsumerMetrics metrics;

    EffectWriter(MongoDatabase database, Parking parking, ConsumerMetrics metrics) {
        this.database = database;
        this.parking = parking;
        this.metrics = metrics;
    }

    /** @return collections that were written to */
    Set<String> write(Subscription.ToEffects subscription, List<Incoming> events) {
        var writes = new LinkedHashMap<String, List<Owned>>();
        var parked = new HashSet<String>();
        for (var incoming : events) {
            if (parked.contains(incoming.key())) {
                parking.park(subscription.name(), incoming.record(), Refusal.BEHIND);
                continue;
            }
            try {
                for (var effect : subscription.handler().apply(incoming)) {
                    writes.computeIfAbsent(effect.collection(), _ -> new ArrayList<>())
                            .add(new Owned(incoming, effect));
                }
            } catch (RuntimeException refused) {
                DeadLetterRules.rethrowIfInfrastructure(refused);
                parked.add(incoming.key());
                parking.park(subscription.name(), incoming.record(), Refusal.byHandler(refused));
            }
        }
        var held = new HeldBack(subscription.name(), events);
        for (Map.Entry<String, List<Owned>> collection : writes.entrySet()) {
            for (int from = 0; from < collection.getValue().size(); from += BATCH) {
                int to = Math.min(from + BATCH, collection.getValue().size());
                writeBatch(collection.getKey(), held.free(collection.getValue().subList(from, to)), held);
            }
        }
        return writes.keySet();
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

        HeldBack(String subscription, List<Incoming> events) {
            this.subscription = subscription;
            events.forEach(event -> order.put(event, order.size()));
        }

        void refuse(Incoming source, Refusal refusal) {
            refused.merge(source.key(), place(source), Math::min);
            park(source, refusal);
        }

        /** What may still be written; the rest is parked. */
        List<Owned> free(List<Owned> writes) {
            if (refused.isEmpty()) {
                return writes;
            }
            writes.stream().map(Owned::source).filter(this::isHeldBack).forEach(source -> park(source, Refusal.BEHIND));
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

    private void writeBatch(String collection, List<Owned> batch, HeldBack held) {
        var there = insert(collection, batch.stream().filter(Owned::inserts).toList(), held);
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
    private Set<Owned> insert(String collection, List<Owned> batch, HeldBack held) {
        if (batch.isEmpty()) {
            return Set.of();
        }
        try {
            database.getCollection(collection)
                    .insertMany(batch.stream().map(Owned::document).toList(), new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException failure) {
            DeadLetterRules.rethrowUnlessRefused(failure);
            Set<Owned> there = Collections.newSetFromMap(new IdentityHashMap<>());
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
    private void keepApart(String collection, Set<Owned> there, HeldBack held) {
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

    private Map<String, Document> holders(String collection, Set<Owned> there) {
        var ids = there.stream()
                .filter(write -> !write.identity().isEmpty())
                .map(Owned::id)
                .toList();
        var fields = there.stream()
                .flatMap(write -> write.identity().stream())
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

    private void change(String collection, List<Owned> changes, HeldBack held) {
        if (!changes.isEmpty()) {
            ShadowIndexes.ensure(database, collection);
        }
        var rest = changes;
        while (!rest.isEmpty()) {
            try {
                database.getCollection(collection)
                        .bulkWrite(rest.stream().map(Owned::model).toList(), new BulkWriteOptions().ordered(true));
                return;
            } catch (MongoBulkWriteException failure) {
                DeadLetterRules.rethrowUnlessRefused(failure);
                var error = failure.getWriteErrors().getFirst();
                held.refuse(rest.get(error.getIndex()).source(), Refusal.byStore(error));
                rest = held.free(rest.subList(error.getIndex() + 1, rest.size()));
            }
        }
    }

    private record Owned(Incoming source, Effect effect) {

        /** Of the document that it writes. */
        String id() {
            return switch (effect) {
                case Effect.Insert insert -> source.raw().id() + ":" + insert.discriminator();
                case Effect.InsertAs insert -> insert.id();
                case Effect.Create create -> create.id();
                case Effect.Advance _, Effect.Change _ ->
                    throw new IllegalStateException(effect + " writes no document");
            };
        }

        List<String> identity() {
            return effect instanceof Effect.InsertAs insert ? insert.identity() : List.of();
        }

        boolean isRepetitionOf(Document holder) {
            return identityOf(holder).equals(identityOf(document()));
        }

        Document identityOf(Document other) {
            var identity = new Document();
            identity().forEach(field -> identity.append(field, other.get(field)));
            return identity;
        }

        boolean inserts() {
            return switch (effect) {
                case Effect.Insert _, Effect.InsertAs _, Effect.Create _ -> true;
                case Effect.Advance _, Effect.Change _ -> false;
            };
        }

        /** An existing document stays as it is, it may have been changed since, but for what is said for that. */
        Stream<Owned> whereItStands() {
            return effect instanceof Effect.Create create
                    ? create.whereItStands().stream().map(change -> new Owned(source, change))
                    : Stream.empty();
        }

        WriteModel<Document> model() {
            return switch (effect) {
                case Effect.Change change -> new UpdateManyModel<>(change.filter(), change.update());
                case Effect.Advance advance -> advance(advance);
                case Effect.Insert _, Effect.InsertAs _, Effect.Create _ ->
                    throw new IllegalStateException(effect + " changes no document");
            };
        }

        Document document() {
            return switch (effect) {
                case Effect.Insert insert -> withId(id(), insert.document());
                case Effect.InsertAs insert -> withId(id(), insert.document());
                case Effect.Create create -> {
                    var heard = new Document(KEY, source.key());
                    EventPlace.of(source).putInto(heard);
                    yield withId(id(), create.document()).append(HEARD, heard);
                }
                case Effect.Advance _, Effect.Change _ ->
                    throw new IllegalStateException(effect + " writes no document");
            };
        }

        private WriteModel<Document> advance(Effect.Advance advance) {
            var place = EventPlace.of(source);
            var path = HEARD + ".";
            return new UpdateManyModel<>(
                    and(advance.filter(), eq(path + KEY, source.key()), place.aheadOf(path)),
                    combine(advance.update(), combine(place.updates(path)), inc(VERSION, 1L)));
        }

        private static Document withId(String id, Document document) {
            if (id.equals(document.get(ID))) {
                return document;
            }
            var whole = new Document(ID, id);
            whole.putAll(document);
            return whole;
        }
    }
}
