package dev.keshi.performance.goal;

import static com.mongodb.client.model.Accumulators.max;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.unwind;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Where goals are kept, a sheet for each owner. */
@Repository
class MongoGoalSheets {

    private static final String COLLECTION = "goal_sheets";
    private static final String GOALS = "state.goals";
    /** Spring Data calls every component named id so. */
    private static final String GOAL_ID = GOALS + "._id";

    private static final String PARENT = GOALS + ".parentId";

    private final AggregateCollection<GoalSheetDocument> sheets;
    private final MongoOperations mongo;

    MongoGoalSheets(AggregateStore store, MongoOperations mongo) {
        this.sheets = store.collection(COLLECTION, GoalSheetDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(GOAL_ID))
                .and(
                        COLLECTION,
                        Indexes.ascending(PARENT),
                        new IndexOptions().name("served").partialFilterExpression(exists(PARENT)));
    }

    Optional<Versioned<GoalSheetDocument>> find(GoalOwner owner) {
        return sheets.find(owner.sheetId());
    }

    /** The sheet that a goal stands on. */
    Optional<GoalSheetDocument> withGoal(String goalId) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(eq(GOAL_ID, goalId))
                        .projection(exclude("outbox", "commands"))
                        .first())
                .map(found -> sheets.versioned(found).state());
    }

    /** The day on which the latest of the open goals that serve this one is due; empty when none does. */
    Optional<LocalDate> latestThatServes(String goalId) {
        var due = GOALS + ".terms.dueOn";
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .aggregate(List.of(
                                match(eq(PARENT, goalId)),
                                unwind('$' + GOALS),
                                match(and(eq(PARENT, goalId), eq(GOALS + ".status", GoalStatus.OPEN.name()))),
                                group(null, max("latest", '$' + due))))
                        .first())
                .map(found -> LocalDate.parse(found.getString("latest")));
    }

    /** Changes the sheet of an owner, or makes the first. */
    Versioned<GoalSheetDocument> changeOrCreate(
            GoalOwner owner,
            CommandContext context,
            UnaryOperator<GoalSheetDocument> decide,
            Function<GoalSheetDocument, PublishedEvent> event) {
        if (find(owner).isEmpty()) {
            try {
                return sheets.create(owner.sheetId(), context, change(GoalSheetDocument.empty(owner), decide, event));
            } catch (AggregateFailure.AlreadyExists somebodyWasFaster) {
                // It is changed below.
            }
        }
        return change(owner, context, decide, event);
    }

    Versioned<GoalSheetDocument> change(
            GoalOwner owner,
            CommandContext context,
            UnaryOperator<GoalSheetDocument> decide,
            Function<GoalSheetDocument, PublishedEvent> event) {
        return sheets.change(owner.sheetId(), context, before -> change(before, decide, event));
    }

    private static Change<GoalSheetDocument> change(
            GoalSheetDocument before,
            UnaryOperator<GoalSheetDocument> decide,
            Function<GoalSheetDocument, PublishedEvent> event) {
        var after = decide.apply(before);
        return new Change<>(after, List.of(event.apply(after)));
    }
}
