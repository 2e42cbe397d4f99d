package dev.keshi.training.evaluation;

import static com.mongodb.client.model.Accumulators.avg;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.training.evaluation.EvaluationView.BehaviourView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoFollowUps {

    /** Who did it is not told where that would tell more than the event. */
    static final CommandContext NAMELESS = CommandContext.of("system:evaluation");

    static final String PERSON = "state.personId";
    static final String DEPARTMENT = "state.departmentId";
    static final String COURSE = "state.courseCode";
    static final String REACTED = "state.reacted";
    static final String BEHAVIOUR = "state.behaviour";
    static final String SUPERIOR = "state.superiorId";
    private static final String POINTS = "state.points";
    private static final String NEXT_ON = "state.nextOn";
    private static final String COLLECTION = "follow_ups";

    private final AggregateCollection<FollowUpDocument> followUps;
    private final MongoOperations mongo;

    MongoFollowUps(AggregateStore store, MongoOperations mongo) {
        this.followUps = store.collection(COLLECTION, FollowUpDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(PERSON, REACTED, "_id"))
                .and(COLLECTION, Indexes.ascending(SUPERIOR, BEHAVIOUR, "_id"))
                .and(COLLECTION, Indexes.ascending(COURSE, DEPARTMENT))
                .and(
                        COLLECTION,
                        Indexes.ascending(NEXT_ON, "_id"),
                        new IndexOptions().name("to_ask").partialFilterExpression(exists(NEXT_ON)));
    }

    /** @param asked told with it, where it is not there yet */
    void createMissing(FollowUpId id, FollowUpDocument followUp, PublishedEvent asked) {
        if (followUps.find(id.value()).isEmpty()) {
            followUps.createMissing(
                    NAMELESS, List.of(new NewAggregate<>(id.value(), new Change<>(followUp, List.of(asked)))));
        }
    }

    Optional<Versioned<FollowUpDocument>> find(FollowUpId id) {
        return followUps.find(id.value());
    }

    Versioned<FollowUpDocument> change(
            FollowUpId id, CommandContext context, Function<FollowUpDocument, Change<FollowUpDocument>> decide) {
        return followUps.change(id.value(), context, decide);
    }

    /** In a fixed order. */
    List<Versioned<FollowUpDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(followUps::versioned)
                .into(new ArrayList<>());
    }

    /** Those that are to be looked at by a day, in a fixed order behind {@code after}. */
    List<FollowUpId> dueBy(LocalDate day, String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(lte(NEXT_ON, day.toString()), gt("_id", after)))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(most)
                .map(followUp -> new FollowUpId(followUp.getString("_id")))
                .into(new ArrayList<>());
    }

    BehaviourView behaviour(Bson filter) {
        var asked = Math.toIntExact(mongo.getCollection(COLLECTION).countDocuments(and(filter, exists(SUPERIOR))));
        var rated = mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(and(filter, eq(BEHAVIOUR, BehaviourStatus.RATED.name()))),
                        group(null, sum("rated", 1), avg("points", "$" + POINTS))))
                .first();
        return rated == null
                ? new BehaviourView(asked, 0, null)
                : new BehaviourView(asked, rated.getInteger("rated"), Mean.ofStored(rated.get("points")));
    }
}
