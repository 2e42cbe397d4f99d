package dev.keshi.performance.cycle;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoCycles implements Cycles {

    static final String FIRST_DAY = "state.firstDay";
    private static final String STATUS = "state.status";
    private static final String RATING_ENDS_ON = "state.ratingEndsOn";

    /** Beside the state, because it is no change of it. */
    private static final String REMINDED_ON = "remindedOn";

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
    public Set<String> cancelled(Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(cancelledOf(in("_id", ids)));
    }

    /** All that were ever called off; there are few. */
    List<String> cancelled() {
        return cancelledOf(Filters.empty());
    }

    private List<String> cancelledOf(Bson filter) {
        return mongo.getCollection(COLLECTION)
                .find(Filters.and(Filters.eq(STATUS, CycleStatus.CANCELLED.name()), filter))
                .projection(include("_id"))
                .map(cycle -> cycle.getString("_id"))
                .into(new ArrayList<>());
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

    @Override
    public Optional<CycleId> toRemindOf(LocalDate today, String after) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(and(
                                eq(STATUS, CycleStatus.RATING.name()),
                                in(
                                        RATING_ENDS_ON,
                                        today.toString(),
                                        today.plusDays(1).toString()),
                                exists(REMINDED_ON, false),
                                gt("_id", after)))
                        .projection(include("_id"))
                        .sort(ascending("_id"))
                        .first())
                .map(cycle -> new CycleId(cycle.getString("_id")));
    }

    @Override
    public void reminded(CycleId id, LocalDate today) {
        mongo.getCollection(COLLECTION).updateOne(eq("_id", id.value()), set(REMINDED_ON, today.toString()));
    }

    /** What was agreed on for these cycles. */
    Map<String, CyclePlan> plans(Collection<String> ids) {
        return select(in("_id", ids), 0).stream()
                .collect(Collectors.toMap(Versioned::id, cycle -> cycle.state().plan()));
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
