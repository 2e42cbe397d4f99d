package dev.keshi.risk.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoWarnings {

    static final String DEPARTMENT = "state.departmentId";
    static final String OWNER = "state.ownerId";
    static final String STATUS = "state.status";
    static final String RAISED_AT = "state.raisedAt";
    private static final String ESCALATES_ON = "state.escalatesOn";
    private static final String COLLECTION = "warnings";

    private final AggregateCollection<WarningDocument> warnings;
    private final MongoOperations mongo;

    MongoWarnings(AggregateStore store, MongoOperations mongo) {
        this.warnings = store.collection(COLLECTION, WarningDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, newestFirst(DEPARTMENT))
                .and(COLLECTION, newestFirst(OWNER))
                .and(COLLECTION, newestFirst(STATUS))
                .and(COLLECTION, Indexes.descending(RAISED_AT, "_id"))
                .and(
                        COLLECTION,
                        Indexes.ascending(ESCALATES_ON, "_id"),
                        new IndexOptions().name("escalations").partialFilterExpression(exists(ESCALATES_ON)));
    }

    private static Bson newestFirst(String field) {
        return Indexes.compoundIndex(Indexes.ascending(field), Indexes.descending(RAISED_AT, "_id"));
    }

    Versioned<WarningDocument> create(String id, CommandContext context, WarningDocument warning) {
        return warnings.create(id, context, new Change<>(warning, List.of(IndicatorEvents.raised(id, warning))));
    }

    Optional<Versioned<WarningDocument>> find(String id) {
        return warnings.find(id);
    }

    Versioned<WarningDocument> change(
            String id, CommandContext context, Function<WarningDocument, Change<WarningDocument>> decide) {
        return warnings.change(id, context, decide);
    }

    /** The newest first. */
    List<Versioned<WarningDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(descending(RAISED_AT, "_id"))
                .limit(limit)
                .map(warnings::versioned)
                .into(new ArrayList<>());
    }

    /** Warnings that nobody has taken note of by a day, in a fixed order behind {@code after}. */
    List<String> escalatingBy(LocalDate day, String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(lte(ESCALATES_ON, day.toString()), gt("_id", after)))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(most)
                .map(warning -> warning.getString("_id"))
                .into(new ArrayList<>());
    }
}
