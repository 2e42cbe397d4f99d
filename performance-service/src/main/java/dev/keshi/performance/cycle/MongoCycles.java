package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoCycles implements Cycles {

    static final String FIRST_DAY = "state.firstDay";
    private static final String STATUS = "state.status";
    private static final String COLLECTION = "cycles";

    private final AggregateCollection<CycleDocument> cycles;
    private final MongoOperations mongo;

    MongoCycles(AggregateStore store, MongoOperations mongo) {
        this.cycles = store.collection(COLLECTION, CycleDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.descending(FIRST_DAY, "_id"))
                .and(COLLECTION, Indexes.ascending(STATUS));
    }

    @Override
    public Optional<Versioned<CycleDocument>> find(CycleId id) {
        return cycles.find(id.value());
    }

    @Override
    public Versioned<CycleDocument> create(CycleId id, CommandContext context, CycleDocument cycle) {
        return cycles.create(id.value(), context, new Change<>(cycle, List.of()));
    }

    @Override
    public Versioned<CycleDocument> change(
            CycleId id, CommandContext context, Function<CycleDocument, Change<CycleDocument>> decide) {
        return cycles.change(id.value(), context, decide);
    }

    @Override
    public List<CycleId> workedOn() {
        var statuses = Arrays.stream(CycleStatus.values())
                .filter(CycleStatus::isWorkedOn)
                .map(CycleStatus::name)
                .toList();
        return mongo.getCollection(COLLECTION)
                .find(in(STATUS, statuses))
                .projection(include("_id"))
                .map(cycle -> new CycleId(cycle.getString("_id")))
                .into(new ArrayList<>());
    }

    /** The latest period first. */
    List<Versioned<CycleDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(descending(FIRST_DAY, "_id"))
                .limit(limit)
                .map(cycles::versioned)
                .into(new ArrayList<>());
    }
}
