package dev.keshi.messaging;

import static dev.keshi.messaging.AggregateDocument.ID;

import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bson.Document;

/** Aggregates that were read together and can be changed together: one round trip for each of both, however many they are. */
public final class Batch<S> {

    private final AggregateCollection<S> collection;
    private final Map<String, Read<S>> read = new LinkedHashMap<>();

    private record Read<T>(Document document, Versioned<T> aggregate) {}

    Batch(AggregateCollection<S> collection, Collection<Document> documents) {
        this.collection = collection;
        documents.forEach(
                document -> read.put(document.getString(ID), new Read<>(document, collection.versioned(document))));
    }

    /** In their order. */
    public List<String> ids() {
        return List.copyOf(read.keySet());
    }

    /** In their order, as they were read. */
    public List<Versioned<S>> aggregates() {
        return read.values().stream().map(Read::aggregate).toList();
    }

    /**
     * Changes some of them, each in one compare-and-set with its events as {@link AggregateCollection#change} does; all are sent in one
     * unordered write. Where not all of them could be, because another command won the race or an outbox is full, each is
     * changed by itself.
     *
     * @param ids of aggregates of this batch that were not changed since it was read
     * @param context without an expected version
     * @param decide what follows from the current state of the aggregate with this id. It is asked again for what may have been
     *     written: unless the context has a key, it must leave what it has changed as it is
     * @return as they are now
     * @throws AggregateFailure as of {@link AggregateCollection#change}
     */
    public List<Versioned<S>> change(
            Collection<String> ids, CommandContext context, BiFunction<String, ? super S, Change<S>> decide) {
        if (context.expectedVersion().isPresent()) {
            throw new IllegalArgumentException("Many aggregates have no version together");
        }
        var changes = decided(ids, context, decide);
        var swaps = new ArrayList<UpdateOneModel<Document>>(changes.size());
        changes.forEach((id, change) -> {
            var swap = collection.swap(require(id).document(), context, change);
            swaps.add(new UpdateOneModel<>(swap.filter(), swap.update()));
        });
        boolean all = swaps.isEmpty() || collection.many().swap(swaps);
        changes.forEach((id, change) -> collection.written(id, change.events()));
        var now = new ArrayList<Versioned<S>>(ids.size());
        for (var id : ids) {
            var change = changes.get(id);
            var before = require(id).aggregate();
            if (change == null) {
                now.add(before);
            } else if (all) {
                now.add(new Versioned<>(id, before.version() + 1, change.state()));
            } else {
                now.add(collection.change(id, context, state -> decide.apply(id, state)));
            }
        }
        return now;
    }

    /** Without those that nothing happens to. */
    private Map<String, Change<S>> decided(
            Collection<String> ids, CommandContext context, BiFunction<String, ? super S, Change<S>> decide) {
        var changes = new LinkedHashMap<String, Change<S>>();
        for (var id : ids) {
            var before = require(id);
            if (AggregateCollection.carriedOut(before.document(), context)) {
                continue;
            }
            var state = before.aggregate().state();
            var change = decide.apply(id, state);
            if (!change.events().isEmpty() || !change.state().equals(state)) {
                changes.put(id, change);
            }
        }
        return changes;
    }

    private Read<S> require(String id) {
        var found = read.get(id);
        if (found == null) {
            throw new IllegalArgumentException(id + " is not of this batch");
        }
        return found;
    }
}
