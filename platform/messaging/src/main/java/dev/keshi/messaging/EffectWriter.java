package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/** Writes effects: a document's id is made of the event and the effect, so a repeated event finds it there. */
final class EffectWriter {

    private static final int BATCH = 1_000;

    private final MongoDatabase database;
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;

    EffectWriter(MongoDatabase database, DeadLetters deadLetters, ConsumerMetrics metrics) {
        this.database = database;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
    }

    void write(Subscription.ToEffects subscription, List<Incoming> events) {
        var writes = new LinkedHashMap<String, List<Owned>>();
        var parked = new HashSet<String>();
        for (var incoming : events) {
            if (parked.contains(incoming.key())) {
                deadLetters.park(subscription.name(), incoming.record(), DeadLetters.BEHIND);
                continue;
            }
            try {
                for (var effect : subscription.handler().apply(incoming.event())) {
                    writes.computeIfAbsent(effect.collection(), _ -> new ArrayList<>())
                            .add(new Owned(incoming, model(incoming.event(), effect)));
                }
            } catch (RuntimeException refused) {
                DeadLetterRules.rethrowIfInfrastructure(refused);
                parked.add(incoming.key());
                deadLetters.park(subscription.name(), incoming.record(), refused.toString());
            }
        }
        for (Map.Entry<String, List<Owned>> collection : writes.entrySet()) {
            for (int from = 0; from < collection.getValue().size(); from += BATCH) {
                int to = Math.min(from + BATCH, collection.getValue().size());
                writeBatch(
                        subscription, collection.getKey(), collection.getValue().subList(from, to));
            }
        }
    }

    private void writeBatch(Subscription.ToEffects subscription, String collection, List<Owned> batch) {
        var rest = batch;
        while (!rest.isEmpty()) {
            try {
                var result = database.getCollection(collection)
                        .bulkWrite(rest.stream().map(Owned::model).toList(), new BulkWriteOptions().ordered(true));
                long inserts = rest.stream().filter(Owned::inserts).count();
                metrics.duplicates(Math.max(0, inserts - result.getUpserts().size()));
                return;
            } catch (MongoBulkWriteException failure) {
                if (failure.getWriteConcernError() != null
                        || failure.getWriteErrors().isEmpty()) {
                    throw failure;
                }
                var error = failure.getWriteErrors().getFirst();
                rest = parkKey(subscription, rest, error.getIndex(), error.getMessage());
            }
        }
    }

    /** @return what is left to write: everything behind the refused write but its own key */
    private List<Owned> parkKey(
            Subscription.ToEffects subscription, List<Owned> writes, int refusedIndex, String reason) {
        var refused = writes.get(refusedIndex).source();
        deadLetters.park(subscription.name(), refused.record(), reason);
        var rest = new ArrayList<Owned>();
        for (var write : writes.subList(refusedIndex + 1, writes.size())) {
            if (!write.source().key().equals(refused.key())) {
                rest.add(write);
            } else if (write.source() != refused) {
                deadLetters.park(subscription.name(), write.source().record(), DeadLetters.BEHIND);
            }
        }
        return rest;
    }

    private static WriteModel<Document> model(ReceivedEvent<?> event, Effect effect) {
        return switch (effect) {
            case Effect.Insert insert -> once(event.id() + ":" + insert.discriminator(), insert.document());
            case Effect.InsertAs insert -> once(insert.id(), insert.document());
            case Effect.Change change -> new UpdateManyModel<>(change.filter(), change.update());
        };
    }

    private static WriteModel<Document> once(String id, Document document) {
        // An existing document stays as it is: it may have been changed since.
        return new UpdateOneModel<>(
                eq("_id", id), new Document("$setOnInsert", document), new UpdateOptions().upsert(true));
    }

    private record Owned(Incoming source, WriteModel<Document> model) {
        boolean inserts() {
            return model instanceof UpdateOneModel<Document>;
        }
    }
}
