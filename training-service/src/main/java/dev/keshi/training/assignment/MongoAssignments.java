package dev.keshi.training.assignment;

import static com.mongodb.client.model.Accumulators.avg;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoAssignments {

    static final String PERSON = "state.personId";
    static final String DEPARTMENT = "state.departmentId";
    static final String COURSE = "state.courseCode";
    static final String STATUS = "state.status";
    static final String CAUSE = "state.cause";
    static final String OVERDUE = "state.overdue";
    private static final String BEFORE = "state.weakness.points";
    private static final String EFFECT = "state.effect.points";
    private static final String FIGURE_IMPROVED = "state.figureEffect.improved";
    private static final String DUE = "state.dueOn";
    private static final String COLLECTION = "assignments";

    private final AggregateCollection<AssignmentDocument> assignments;
    private final MongoOperations mongo;

    MongoAssignments(AggregateStore store, MongoOperations mongo) {
        this.assignments = store.collection(COLLECTION, AssignmentDocument.class);
        this.mongo = mongo;
    }

    /** Nobody has to take the same course twice at the same time. */
    static StoreIndexes indexes() {
        return StoreIndexes.of(
                        COLLECTION,
                        Indexes.ascending(PERSON, COURSE),
                        new IndexOptions()
                                .name("one_open")
                                .unique(true)
                                .partialFilterExpression(eq(STATUS, AssignmentStatus.OPEN.name())))
                .and(COLLECTION, Indexes.ascending(PERSON, "_id"))
                .and(COLLECTION, Indexes.ascending(DEPARTMENT, "_id"))
                .and(COLLECTION, Indexes.ascending(COURSE, "_id"))
                .and(COLLECTION, Indexes.ascending(STATUS, "_id"))
                .and(COLLECTION, Indexes.ascending(CAUSE, "_id"))
                .and(
                        COLLECTION,
                        Indexes.ascending(OVERDUE, "_id"),
                        new IndexOptions().name("overdue").partialFilterExpression(eq(OVERDUE, true)))
                .and(
                        COLLECTION,
                        Indexes.ascending(DUE),
                        new IndexOptions()
                                .name("not_overdue")
                                .partialFilterExpression(
                                        and(eq(STATUS, AssignmentStatus.OPEN.name()), eq(OVERDUE, false))));
    }

    /** @throws dev.keshi.messaging.AggregateFailure.AlreadyExists when it is there, or the person has to take the course already */
    Versioned<AssignmentDocument> create(AssignmentId id, CommandContext context, Assignment assignment) {
        return assignments.create(id.value(), context, change(assignment));
    }

    Versioned<AssignmentDocument> change(AssignmentId id, CommandContext context, Consumer<Assignment> decide) {
        return assignments.change(id.value(), context, document -> {
            var assignment = Assignment.of(id, document);
            decide.accept(assignment);
            return change(assignment);
        });
    }

    List<Versioned<AssignmentDocument>> of(String personId) {
        return select(eq(PERSON, personId), Integer.MAX_VALUE);
    }

    /** In a fixed order. */
    List<Versioned<AssignmentDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(assignments::versioned)
                .into(new ArrayList<>());
    }

    EffectFigures effects(Bson filter) {
        var found = mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(and(filter, exists(EFFECT))),
                        group(null, sum("measured", 1), avg("before", "$" + BEFORE), avg("after", "$" + EFFECT))))
                .first();
        int figures = count(and(filter, exists(FIGURE_IMPROVED)));
        int improved = count(and(filter, eq(FIGURE_IMPROVED, true)));
        return found == null
                ? new EffectFigures(0, Optional.empty(), Optional.empty(), figures, improved)
                : new EffectFigures(
                        found.getInteger("measured"),
                        Optional.of(found.get("before", Decimal128.class).bigDecimalValue()),
                        Optional.of(found.get("after", Decimal128.class).bigDecimalValue()),
                        figures,
                        improved);
    }

    private int count(Bson filter) {
        return Math.toIntExact(mongo.getCollection(COLLECTION).countDocuments(filter));
    }

    /** Open ones that were due before a day and have not been told of, in a fixed order behind {@code after}. */
    List<AssignmentId> dueBefore(LocalDate day, String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(
                        eq(STATUS, AssignmentStatus.OPEN.name()),
                        eq(OVERDUE, false),
                        lt(DUE, day.toString()),
                        gt("_id", after)))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(most)
                .map(assignment -> new AssignmentId(assignment.getString("_id")))
                .into(new ArrayList<>());
    }

    private static Change<AssignmentDocument> change(Assignment assignment) {
        return new Change<>(assignment.toDocument(), assignment.takeEvents());
    }
}
