package dev.keshi.workflow.workplan;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Plans, and beside them what was done with each; both are written together. */
@Repository
class MongoWorkPlans {

    static final String DEPARTMENT = "state.departmentId";
    static final String OWNERS = "state.ownerIds";
    static final String STATUS = "state.status";
    static final String DRAFTED_AT = "state.draftedAt";
    static final String PLAN = "state.planId";
    static final String REVISION = "state.revision";
    private static final String NEXT_ON = "state.nextOn";
    private static final String AGAIN_AT = "state.againAt";
    private static final String PLANS = "work_plans";
    private static final String HISTORY = "work_plan_history";

    private final AggregateStore store;
    private final AggregateCollection<WorkPlanDocument> plans;
    private final AggregateCollection<WorkPlanHistoryDocument> history;
    private final MongoOperations mongo;

    MongoWorkPlans(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.plans = store.collection(PLANS, WorkPlanDocument.class);
        this.history = store.collection(HISTORY, WorkPlanHistoryDocument.class);
        this.mongo = mongo;
    }

    /** One for each list: of departments, of a person, of all; for the sweeps; and for the history of a plan. */
    static StoreIndexes indexes() {
        return StoreIndexes.of(PLANS, newestFirst(DEPARTMENT, STATUS))
                .and(PLANS, newestFirst(OWNERS, STATUS))
                .and(PLANS, newestFirst(STATUS))
                .and(PLANS, Indexes.ascending(NEXT_ON, "_id"), whereThereIs(NEXT_ON))
                .and(PLANS, Indexes.ascending(AGAIN_AT, "_id"), whereThereIs(AGAIN_AT))
                .and(
                        HISTORY,
                        Indexes.compoundIndex(Indexes.ascending(PLAN), Indexes.descending(REVISION)),
                        new IndexOptions().unique(true));
    }

    private static IndexOptions whereThereIs(String field) {
        return new IndexOptions().partialFilterExpression(exists(field));
    }

    private static Bson newestFirst(String... fields) {
        return Indexes.compoundIndex(Indexes.ascending(fields), Indexes.descending(DRAFTED_AT, "_id"));
    }

    Optional<Versioned<WorkPlanDocument>> find(WorkPlanId id) {
        return plans.find(id.value());
    }

    Versioned<WorkPlanDocument> create(WorkPlanId id, CommandContext context, WorkPlan plan) {
        var turn = plan.takeTurn();
        var change = change(plan);
        return store.inTransaction(() -> {
            var created = plans.create(id.value(), context, change);
            turn.ifPresent(done -> remember(id, context, done, change.state()));
            return created;
        });
    }

    Versioned<WorkPlanDocument> change(WorkPlanId id, CommandContext context, Consumer<WorkPlan> decide) {
        return store.inTransaction(() -> {
            var turns = new ArrayList<WorkPlanTurn>();
            var changed = plans.change(id.value(), context, document -> {
                var plan = WorkPlan.of(id, document);
                decide.accept(plan);
                turns.clear();
                plan.takeTurn().ifPresent(turns::add);
                return change(plan);
            });
            turns.forEach(turn -> remember(id, context, turn, changed.state()));
            return changed;
        });
    }

    private void remember(WorkPlanId id, CommandContext context, WorkPlanTurn turn, WorkPlanDocument plan) {
        var unused = history.create(
                id.value() + '/' + turn.revision(),
                context,
                new Change<>(WorkPlanHistoryDocument.of(id, turn, plan), List.of()));
    }

    /** The newest first, without the descriptions of their entries. */
    List<Versioned<WorkPlanDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(PLANS)
                .find(filter)
                .projection(exclude("outbox", "commands", "state.entries.description"))
                .sort(descending(DRAFTED_AT, "_id"))
                .limit(limit)
                .map(plans::versioned)
                .into(new ArrayList<>());
    }

    Optional<Versioned<WorkPlanDocument>> selectOne(Bson filter) {
        return Optional.ofNullable(mongo.getCollection(PLANS)
                        .find(filter)
                        .projection(exclude("outbox", "commands"))
                        .first())
                .map(plans::versioned);
    }

    /** The latest first. */
    List<Versioned<WorkPlanHistoryDocument>> selectHistory(Bson filter, int limit) {
        return mongo.getCollection(HISTORY)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(descending(REVISION))
                .limit(limit)
                .map(history::versioned)
                .into(new ArrayList<>());
    }

    /** The first plan behind a place for which there is something to do on that day. */
    Optional<Versioned<WorkPlanDocument>> firstToLookAt(LocalDate day, SweptPlace after) {
        return first(lte(NEXT_ON, day.toString()), behind(NEXT_ON, after.since(), after), NEXT_ON);
    }

    /** The first plan behind a place to look at again by then. */
    Optional<Versioned<WorkPlanDocument>> firstToLookAtAgain(Instant by, SweptPlace after) {
        var behind = after.isBeforeTheFirst() ? empty() : behind(AGAIN_AT, Instant.parse(after.since()), after);
        return first(lte(AGAIN_AT, by), behind, AGAIN_AT);
    }

    private Optional<Versioned<WorkPlanDocument>> first(Bson waiting, Bson behind, String field) {
        return Optional.ofNullable(mongo.getCollection(PLANS)
                        .find(and(waiting, behind))
                        .projection(exclude("outbox", "commands"))
                        .sort(ascending(field, "_id"))
                        .first())
                .map(plans::versioned);
    }

    private static Bson behind(String field, Object since, SweptPlace after) {
        return and(gte(field, since), or(gt(field, since), gt("_id", after.plan())));
    }

    private static Change<WorkPlanDocument> change(WorkPlan plan) {
        return new Change<>(plan.toDocument(), plan.takeEvents());
    }
}
