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
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.TakenId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Applies events to copies of their aggregates: each exactly once and in order, because a write only matches the copy
 * that stands at the sequence before it.
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
        var parked = new HashSet<String>();
        for (var round : rounds(events)) {
            writeRound(projection, round, parked);
        }
    }

    /** Splits a batch so that each part has a key at most once, and the parts keep the order of every key. */
    private static List<List<Incoming>> rounds(List<Incoming> events) {
        var seen = new HashMap<String, Integer>();
        var rounds = new ArrayList<List<Incoming>>();
        for (var event : events) {
            int round = seen.merge(event.key(), 1, Integer::sum) - 1;
            if (round == rounds.size()) {
                rounds.add(new ArrayList<>());
            }
            rounds.get(round).add(event);
        }
        return rounds;
    }

    private void writeRound(Subscription.ToProjection projection, List<Incoming> round, Set<String> parked) {
        var collection = database.getCollection(projection.collection());
        var written = new ArrayList<Incoming>(round.size());
        var writes = new ArrayList<WriteModel<Document>>(round.size());
        for (var incoming : round) {
            if (parked.contains(incoming.key())) {
                parking.park(projection.name(), incoming.record(), DeadLetters.BEHIND);
                continue;
            }
            try {
                writes.add(write(projection, incoming.event()));
                written.add(incoming);
            } catch (RuntimeException refused) {
                DeadLetterRules.rethrowIfInfrastructure(refused);
                parked.add(incoming.key());
                parking.park(projection.name(), incoming.record(), refused.toString());
            }
        }
        if (!writes.isEmpty() && applied(collection, writes) < writes.size()) {
            parkGaps(projection, collection, written, parked);
        }
    }

    /** The first event makes the copy, a later one changes the copy that stands right before it. */
    private static WriteModel<Document> write(
            Subscription.ToProjection projection, ReceivedEvent<PublishedEvent> event) {
        var fields = projection.project(event).fields();
        if (event.sequence() == 1) {
            var copy = new Document("_id", event.key()).append(SEQUENCE, 1L);
            fields.forEach((field, value) -> {
                if (value != null) {
                    copy.append(field, value);
                }
            });
            return new InsertOneModel<>(copy);
        }
        var updates = new ArrayList<Bson>();
        fields.forEach((field, value) -> updates.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
        updates.add(Updates.set(SEQUENCE, event.sequence()));
        return new UpdateOneModel<>(
                and(eq("_id", event.key()), eq(SEQUENCE, event.sequence() - 1)), Updates.combine(updates));
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

    /** Some writes met another sequence: those behind the copy are repetitions, those ahead of it miss something. */
    private void parkGaps(
            Subscription.ToProjection projection,
            MongoCollection<Document> collection,
            List<Incoming> round,
            Set<String> parked) {
        var sequences = new HashMap<String, Long>();
        collection
                .find(in("_id", round.stream().map(Incoming::key).toList()))
                .projection(include(SEQUENCE))
                .forEach(copy -> sequences.put(copy.getString("_id"), copy.getLong(SEQUENCE)));
        for (var incoming : round) {
            long stands = sequences.getOrDefault(incoming.key(), 0L);
            if (stands < incoming.event().sequence()) {
                metrics.gap();
                parked.add(incoming.key());
                parking.park(
                        projection.name(),
                        incoming.record(),
                        Refusal.gap(stands, incoming.event().sequence()));
            } else if (stands > incoming.event().sequence()) {
                metrics.duplicates(1);
            }
        }
    }
}
