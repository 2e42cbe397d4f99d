package dev.keshi.risk.round;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoRounds {

    static final String OPENED_AT = "state.openedAt";
    static final String ROUND = "state.roundId";
    static final String DEPARTMENT = "state.departmentId";
    static final String ANSWERED_BY = "state.answeredBy";
    private static final String OUTCOME = "state.outcome";
    private static final String ROUNDS = "rounds";
    private static final String ANSWERS = "round_answers";

    private final AggregateStore store;
    private final AggregateCollection<RoundDocument> rounds;
    private final AggregateCollection<RoundAnswerDocument> answers;
    private final MongoOperations mongo;

    MongoRounds(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.rounds = store.collection(ROUNDS, RoundDocument.class);
        this.answers = store.collection(ANSWERS, RoundAnswerDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(ROUNDS, Indexes.descending(OPENED_AT, "_id"))
                .and(ANSWERS, Indexes.ascending(ROUND, DEPARTMENT), new IndexOptions().unique(true))
                .and(ANSWERS, Indexes.ascending(ROUND, OUTCOME))
                .and(ANSWERS, Indexes.ascending(ROUND, "_id"))
                .and(ANSWERS, Indexes.ascending(DEPARTMENT, "_id"))
                .and(ANSWERS, Indexes.ascending(ANSWERED_BY, "_id"));
    }

    static String answerId(RoundId round, String departmentId) {
        return Ids.derived("round-answer", round.value() + "/" + departmentId);
    }

    /** The round and what it asks are there together or not at all. */
    Versioned<RoundDocument> open(
            RoundId id, CommandContext context, RoundDocument round, Collection<String> departments) {
        var before = rounds.find(id.value());
        if (before.isPresent()) {
            return rounds.create(id.value(), context, opened(id, round));
        }
        return store.inTransaction(() -> {
            var opened = rounds.create(id.value(), context, opened(id, round));
            answers.createMissing(
                    context,
                    departments.stream()
                            .map(department -> asked(id, round, department))
                            .toList());
            return opened;
        });
    }

    Versioned<RoundAnswerDocument> answer(
            String id, CommandContext context, Function<RoundAnswerDocument, RoundAnswerDocument> decide) {
        return answers.change(id, context, before -> {
            var after = decide.apply(before);
            return new Change<>(after, List.of(RoundEvents.answered(id, after)));
        });
    }

    Optional<Versioned<RoundDocument>> find(RoundId id) {
        return rounds.find(id.value());
    }

    boolean waitsFor(RoundId id, String departmentId) {
        return answers.find(answerId(id, departmentId))
                .filter(answer -> answer.state().outcome() == null)
                .isPresent();
    }

    int answered(String roundId) {
        return Math.toIntExact(mongo.getCollection(ANSWERS).countDocuments(and(eq(ROUND, roundId), exists(OUTCOME))));
    }

    /** The newest first. */
    List<Versioned<RoundDocument>> selectRounds(Bson filter, int limit) {
        return mongo.getCollection(ROUNDS)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(descending(OPENED_AT, "_id"))
                .limit(limit)
                .map(rounds::versioned)
                .into(new ArrayList<>());
    }

    /** In a fixed order. */
    List<Versioned<RoundAnswerDocument>> selectAnswers(Bson filter, int limit) {
        return mongo.getCollection(ANSWERS)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(answers::versioned)
                .into(new ArrayList<>());
    }

    private static NewAggregate<RoundAnswerDocument> asked(RoundId id, RoundDocument round, String department) {
        var answer = RoundAnswerDocument.asked(id, department, round.dueOn());
        var answerId = answerId(id, department);
        return new NewAggregate<>(
                answerId, new Change<>(answer, List.of(RoundEvents.asked(answerId, answer, round.name()))));
    }

    private static Change<RoundDocument> opened(RoundId id, RoundDocument round) {
        return new Change<>(round, List.of(RoundEvents.opened(id, round)));
    }
}
