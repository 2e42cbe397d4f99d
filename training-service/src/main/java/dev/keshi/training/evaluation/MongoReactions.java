package dev.keshi.training.evaluation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoReactions {

    /** Who answers stands in no envelope. */
    private static final CommandContext NAMELESS = CommandContext.of("system:reactions");

    private static final String COURSE = "state.courseCode";
    private static final String SHOWN = "state.shownAnswers";
    private static final String COLLECTION = "reactions";

    private final AggregateStore store;
    private final AggregateCollection<ReactionTallyDocument> tallies;
    private final MongoOperations mongo;

    MongoReactions(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.tallies = store.collection(COLLECTION, ReactionTallyDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(COURSE, "_id"));
    }

    <T> T inTransaction(Supplier<T> body) {
        return store.inTransaction(body);
    }

    void createMissing(ReactionTallyDocument empty) {
        var id = id(empty.subject());
        if (tallies.find(id).isEmpty()) {
            tallies.createMissing(NAMELESS, List.of(new NewAggregate<>(id, new Change<>(empty, List.of()))));
        }
    }

    void add(String subject, Reaction reaction) {
        var id = id(subject);
        var unused = tallies.change(id, NAMELESS, before -> {
            var after = before.plus(reaction);
            return new Change<>(
                    after, after.showsMoreThan(before) ? List.of(EvaluationEvents.shown(id, after)) : List.of());
        });
    }

    Optional<ReactionTallyDocument> find(String subject) {
        return tallies.find(id(subject)).map(Versioned::state);
    }

    /** Those of a course of which something is shown. */
    List<ReactionTallyDocument> shownOf(String courseCode) {
        return mongo.getCollection(COLLECTION)
                .find(and(eq(COURSE, courseCode), gt(SHOWN, 0)))
                .projection(exclude("outbox", "commands"))
                .map(tally -> tallies.versioned(tally).state())
                .into(new ArrayList<>());
    }

    private static String id(String subject) {
        return Ids.derived("reactions", subject);
    }
}
