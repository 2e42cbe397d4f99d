package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoPeerGroupings implements PeerGroupings {

    static final String COLLECTION = "peer_groups";

    private final AggregateCollection<PeerGroupsDocument> groups;
    private final MongoOperations mongo;

    MongoPeerGroupings(AggregateStore store, MongoOperations mongo) {
        this.groups = store.collection(COLLECTION, PeerGroupsDocument.class);
        this.mongo = mongo;
    }

    @Override
    public Map<String, PeerGroupsDocument> of(Collection<String> personIds) {
        var found = new HashMap<String, PeerGroupsDocument>();
        mongo.getCollection(COLLECTION)
                .find(in("_id", personIds))
                .projection(exclude("outbox", "commands"))
                .forEach(one -> {
                    var read = groups.versioned(one);
                    found.put(read.id(), read.state());
                });
        return found;
    }

    @Override
    public Map<String, PeerGroupsDocument> change(
            Collection<String> personIds, BiFunction<String, PeerGroupsDocument, PeerGroupsDocument> decide) {
        var known = groups.batch(in("_id", personIds));
        var missing = new HashSet<>(personIds);
        known.ids().forEach(missing::remove);
        groups.createMissing(
                RatingService.NAMELESS,
                missing.stream()
                        .map(id -> new NewAggregate<>(
                                id, new Change<>(decide.apply(id, PeerGroupsDocument.NONE), List.of())))
                        .toList());
        // Another cycle may have made one meanwhile; what was made here is left as it is.
        var batch = missing.isEmpty() ? known : groups.batch(in("_id", personIds));
        return batch
                .change(
                        batch.ids(),
                        RatingService.NAMELESS,
                        (id, before) -> new Change<>(decide.apply(id, before), List.of()))
                .stream()
                .collect(Collectors.toMap(Versioned::id, Versioned::state));
    }
}
