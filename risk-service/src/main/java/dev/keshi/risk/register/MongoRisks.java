package dev.keshi.risk.register;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
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
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoRisks {

    static final String DEPARTMENT = "state.departmentId";
    static final String OWNER = "state.ownerId";
    static final String MEASURE_OWNER = "state.measures.ownerId";
    static final String KIND = "state.kind";
    static final String LEVEL = "state.current.level";
    static final String ROUND = "state.roundId";
    private static final String ACCEPTED_UNTIL = "state.response.acceptedUntil";
    private static final String ACCEPTANCE_OVER = "state.response.expired";
    private static final String COLLECTION = "risks";

    private final AggregateStore store;
    private final AggregateCollection<RiskDocument> risks;
    private final MongoOperations mongo;

    MongoRisks(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.risks = store.collection(COLLECTION, RiskDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(DEPARTMENT, "_id"))
                .and(COLLECTION, Indexes.ascending(OWNER, "_id"))
                .and(COLLECTION, Indexes.ascending(MEASURE_OWNER, "_id"))
                .and(COLLECTION, Indexes.ascending(KIND, "_id"))
                .and(COLLECTION, Indexes.ascending(LEVEL, "_id"))
                .and(COLLECTION, Indexes.ascending(ROUND), new IndexOptions().sparse(true))
                .and(
                        COLLECTION,
                        Indexes.ascending(ACCEPTED_UNTIL),
                        new IndexOptions().name("acceptances").partialFilterExpression(eq(ACCEPTANCE_OVER, false)));
    }

    <T> T inTransaction(Supplier<T> body) {
        return store.inTransaction(body);
    }

    Versioned<RiskDocument> create(RiskId id, CommandContext context, Risk risk) {
        return risks.create(id.value(), context, change(risk));
    }

    Optional<Versioned<RiskDocument>> find(RiskId id) {
        return risks.find(id.value());
    }

    Versioned<RiskDocument> change(RiskId id, CommandContext context, Consumer<Risk> decide) {
        return risks.change(id.value(), context, document -> {
            var risk = Risk.of(id, document);
            decide.accept(risk);
            return change(risk);
        });
    }

    /** In a fixed order. */
    List<Versioned<RiskDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(risks::versioned)
                .into(new ArrayList<>());
    }

    int count(Bson filter) {
        return Math.toIntExact(mongo.getCollection(COLLECTION).countDocuments(filter));
    }

    /** Risks whose acceptance ended before a day, in a fixed order behind {@code after}. */
    List<RiskId> acceptedUntilBefore(LocalDate day, String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(
                        eq(ACCEPTANCE_OVER, false),
                        lt(ACCEPTED_UNTIL, day.toString()),
                        gt("_id", after),
                        Filters.exists("state.closedBecause", false)))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(most)
                .map(risk -> new RiskId(risk.getString("_id")))
                .into(new ArrayList<>());
    }

    private static Change<RiskDocument> change(Risk risk) {
        return new Change<>(risk.toDocument(), risk.takeEvents());
    }
}
