package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.contracts.PublishedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Applies events to copies of their aggregates: each exactly once and in order, because a write only matches the copy
 * that stands at the sequence before it.
 */
final class ProjectionWriter {

    private static final String SEQUENCE = "sequence";
    private static final int DUPLICATE_KEY = 11000;

    private final MongoDatabase database;
    private final DeadLetters deadLetters;
    private final ConsumerMetrics metrics;

    ProjectionWriter(MongoDatabase database, DeadLetters deadLetters, ConsumerMetrics metrics) {
        this.database = database;
        this.deadLetters = deadLetters;
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
        var writes = new LinkedHashMap<Incoming, UpdateOneModel<Document>>();
        for (var incoming : round) {
            if (parked.contains(incoming.key())) {
                deadLetters.park(projection.name(), incoming.record(), DeadLetters.BEHIND);
                continue;
            }
            try {
                writes.put(incoming, write(projection, incoming.event()));
            } catch (RuntimeException refused) {
                DeadLetterRules.rethrowIfInfrastructure(refused);
                parked.add(incoming.key());
                deadLetters.park(projection.name(), incoming.record(), refused.toString());
            }
        }
        if (!writes.isEmpty() && applied(collection, writes) < writes.size()) {
            parkGaps(projection, collection, List.copyOf(writes.keySet()), parked);
        }
    }

    private static UpdateOneModel<Document> write(
            Subscription.ToProjection projection, ReceivedEvent<PublishedEvent> event) {
        var updates = new ArrayList<Bson>(projection.project(event).updates());
        updates.add(Updates.set(SEQUENCE, event.sequence()));
        boolean first = event.sequence() == 1;
        var before = first ? exists(SEQUENCE, false) : eq(SEQUENCE, event.sequence() - 1);
        return new UpdateOneModel<>(
                and(eq("_id", event.key()), before), Updates.combine(updates), new UpdateOptions().upsert(first));
    }

    private long applied(MongoCollection<Document> collection, Map<Incoming, UpdateOneModel<Document>> writes) {
        BulkWriteResult result;
        try {
            result = collection.bulkWrite(List.copyOf(writes.values()), new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException failure) {
            if (failure.getWriteConcernError() != null
                    || failure.getWriteErrors().stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                throw failure;
            }
            result = failure.getWriteResult();
        }
        return result.getMatchedCount() + result.getUpserts().size();
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
                deadLetters.park(
                        projection.name(),
                        incoming.record(),
                        "gap: sequence " + incoming.event().sequence() + " follows " + stands);
            } else if (stands > incoming.event().sequence()) {
                metrics.duplicates(1);
            }
        }
    }
}
