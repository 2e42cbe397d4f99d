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
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.BulkWriteUpsert;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;

/** Writes effects: a document's id is made of the event and the effect, so a repeated event finds it there. */
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

    void write(Subscription.ToEffects subscription, List<Incoming> events) {
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
        var held = new HeldBack(subscription.name());
        for (Map.Entry<String, List<Owned>> collection : writes.entrySet()) {
            for (int from = 0; from < collection.getValue().size(); from += BATCH) {
                int to = Math.min(from + BATCH, collection.getValue().size());
                writeBatch(collection.getKey(), held.free(collection.getValue().subList(from, to)), held);
            }
        }
    }

    /** Keys of which a write was refused, and what was parked because of that: in no later write and no other collection may they go on. */
    private final class HeldBack {

        private final String subscription;
        private final Set<String> keys = new HashSet<>();
        private final Set<Incoming> parked = Collections.newSetFromMap(new IdentityHashMap<>());

        HeldBack(String subscription) {
            this.subscription = subscription;
        }

        void refuse(Incoming source, Refusal refusal) {
            keys.add(source.key());
            park(source, refusal);
        }

        /** What may still be written; the rest is parked. */
        List<Owned> free(List<Owned> writes) {
            if (keys.isEmpty()) {
                return writes;
            }
            writes.stream()
                    .map(Owned::source)
                    .filter(source -> keys.contains(source.key()))
                    .forEach(source -> park(source, Refusal.BEHIND));
            return writes.stream()
                    .filter(write -> !keys.contains(write.source().key()))
                    .toList();
        }

        private void park(Incoming source, Refusal refusal) {
            if (parked.add(source)) {
                parking.park(subscription, source.record(), refusal);
            }
        }
    }

    private void writeBatch(String collection, List<Owned> batch, HeldBack held) {
        if (batch.isEmpty()) {
            return;
        }
        if (batch.stream().allMatch(Owned::inserts)) {
            insert(collection, batch, held);
        } else {
            writeInOrder(collection, batch, held);
        }
    }

    /** New documents do not depend on each other: several times faster than one after the other. */
    private void insert(String collection, List<Owned> batch, HeldBack held) {
        try {
            database.getCollection(collection)
                    .insertMany(batch.stream().map(Owned::document).toList(), new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            DeadLetterRules.rethrowUnlessRefused(failure);
            var there = new ArrayList<Owned>();
            for (var error : failure.getWriteErrors()) {
                var write = batch.get(error.getIndex());
                if (TakenId.isMeantBy(error)) {
                    there.add(write);
                } else {
                    held.refuse(write.source(), Refusal.byStore(error));
                }
            }
            keepApart(collection, there, held);
        }
    }

    /** Repetitions, and what comes under the id of something else. */
    private void keepApart(String collection, List<Owned> there, HeldBack held) {
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

    private Map<String, Document> holders(String collection, List<Owned> there) {
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

    private void writeInOrder(String collection, List<Owned> batch, HeldBack held) {
        var rest = batch;
        while (!rest.isEmpty()) {
            try {
                var result = database.getCollection(collection)
                        .bulkWrite(rest.stream().map(Owned::model).toList(), new BulkWriteOptions().ordered(true));
                keepApart(collection, there(rest, result), held);
                return;
            } catch (MongoBulkWriteException failure) {
                DeadLetterRules.rethrowUnlessRefused(failure);
                var error = failure.getWriteErrors().getFirst();
                keepApart(collection, there(rest.subList(0, error.getIndex()), failure.getWriteResult()), held);
                held.refuse(rest.get(error.getIndex()).source(), Refusal.byStore(error));
                rest = held.free(rest.subList(error.getIndex() + 1, rest.size()));
            }
        }
    }

    /** Documents that were not written, because they exist. */
    private static List<Owned> there(List<Owned> writes, BulkWriteResult result) {
        var fresh = result.getUpserts().stream().map(BulkWriteUpsert::getIndex).collect(Collectors.toSet());
        return IntStream.range(0, writes.size())
                .filter(index -> writes.get(index).inserts() && !fresh.contains(index))
                .mapToObj(writes::get)
                .toList();
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

        WriteModel<Document> model() {
            return switch (effect) {
                case Effect.Change change -> new UpdateManyModel<>(change.filter(), change.update());
                case Effect.Advance advance -> advance(advance);
                case Effect.Insert _, Effect.InsertAs _, Effect.Create _ -> {
                    // An existing document stays as it is: it may have been changed since.
                    var document = document();
                    yield new UpdateOneModel<>(
                            eq(ID, document.remove(ID)),
                            new Document("$setOnInsert", document),
                            new UpdateOptions().upsert(true));
                }
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
            var whole = new Document(ID, id);
            whole.putAll(document);
            return whole;
        }
    }
}
