package dev.keshi.performance.movement;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Batch;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.indicator.IndicatorView;
import dev.keshi.performance.scoring.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Values as they were told last, one document for each person or department, indicator and period. */
@Repository
class MongoValues {

    private static final String COLLECTION = "indicator_values";
    private static final String INDICATOR = "state.indicator";
    private static final String PERSON = "state.personId";
    private static final String DEPARTMENT = "state.departmentId";
    private static final String FIRST_DAY = "state.firstDay";
    private static final String VALUE = "state.value";
    private static final String EXACTLY = "state.exactly";
    private static final CommandContext CONTEXT = CommandContext.of("system:performance-service");

    private final AggregateCollection<ValueDocument> values;
    private final MongoOperations mongo;

    MongoValues(AggregateStore store, MongoOperations mongo) {
        this.values = store.collection(COLLECTION, ValueDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                COLLECTION,
                Indexes.ascending(DEPARTMENT, INDICATOR, FIRST_DAY),
                new IndexOptions().partialFilterExpression(exists(PERSON)));
    }

    /** @param count how many they are */
    record Added(Fraction sum, int count) {

        private Added and(Added other) {
            return new Added(sum.plus(other.sum), count + other.count);
        }
    }

    /**
     * Tells of those that differ from what was told last.
     *
     * @param causes of each value the event that moved it last
     * @param reckoning asked after what was told last has been read, and again where others were faster
     * @return as they are now
     */
    <V extends MovedValue> List<ValueDocument> tell(Map<V, String> causes, Reached.Reckoning<V> reckoning) {
        var byId = new LinkedHashMap<String, V>();
        causes.keySet().forEach(value -> byId.put(value.id(), value));
        var told = read(byId);
        var now = reckoning.of(byId.values());
        var asked = new HashSet<String>();
        return told
                .change(byId.keySet(), CONTEXT, (id, before) -> {
                    var value = Objects.requireNonNull(byId.get(id));
                    // What others told in the meantime may be younger than what was worked out here.
                    var reached = asked.add(id) ? now : reckoning.of(List.of(value));
                    var after = before.now(Objects.requireNonNull(reached.get(value)));
                    return change(id, before, after, value.indicator(), Objects.requireNonNull(causes.get(value)));
                })
                .stream()
                .map(Versioned::state)
                .toList();
    }

    /** Each of them is there from then on, so that all are compared and told in one way. */
    private <V extends MovedValue> Batch<ValueDocument> read(Map<String, V> byId) {
        var found = values.batch(in("_id", byId.keySet()));
        var missing = new LinkedHashMap<>(byId);
        missing.keySet().removeAll(found.ids());
        if (missing.isEmpty()) {
            return found;
        }
        values.createMissing(
                CONTEXT,
                missing.entrySet().stream()
                        .map(one -> new NewAggregate<>(
                                one.getKey(), new Change<>(ValueDocument.untold(one.getValue()), List.of())))
                        .toList());
        return values.batch(in("_id", byId.keySet()));
    }

    /** Of everybody who works there and has a value, by department; one in which nobody has is absent. */
    Map<String, Added> ofDepartments(String indicator, LocalDate firstDay, Collection<String> departments) {
        var added = new HashMap<String, Added>();
        // Not added up by the store, which knows no fractions: a mean of rounded values can differ from the rounded
        // mean.
        mongo.getCollection(COLLECTION)
                .find(and(
                        in(DEPARTMENT, departments),
                        eq(INDICATOR, indicator),
                        eq(FIRST_DAY, firstDay.toString()),
                        exists(PERSON),
                        exists(VALUE)))
                .projection(include(DEPARTMENT, VALUE, EXACTLY))
                .map(found -> found.get("state", Document.class))
                .forEach(state ->
                        added.merge(state.getString("departmentId"), new Added(exactly(state), 1), Added::and));
        return added;
    }

    /** Of those told before it was kept only the rounded value is known. */
    private static Fraction exactly(Document state) {
        var exactly = state.getString("exactly");
        return exactly != null
                ? Fraction.ofText(exactly)
                : Fraction.of(Objects.requireNonNull(state.get("value", Decimal128.class))
                        .bigDecimalValue());
    }

    private static Change<ValueDocument> change(
            String id, ValueDocument before, ValueDocument after, IndicatorView indicator, String causedBy) {
        return new Change<>(
                after,
                after.saysTheSameAs(before) ? List.of() : List.of(event(id, before, after, indicator, causedBy)));
    }

    private static IndicatorMovedV1 event(
            String id, ValueDocument before, ValueDocument after, IndicatorView indicator, String causedBy) {
        var better = indicator.better();
        return new IndicatorMovedV1(
                id,
                after.indicator(),
                after.personId(),
                after.departmentId(),
                after.firstDay(),
                after.lastDay(),
                text(before.value()),
                text(after.value()),
                indicator.unit().name(),
                text(indicator.target()),
                after.people(),
                causedBy,
                better == null ? null : better.name());
    }

    private static @Nullable String text(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
