package dev.keshi.risk.indicator;

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
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoIndicators {

    static final String DEPARTMENT = "state.departmentId";
    static final String OWNER = "state.ownerId";
    static final String RISK = "state.riskId";
    private static final String FEED = "state.feed";
    private static final String CARRIES_ON = "state.carriesOn";
    private static final String COLLECTION = "indicators";

    private final AggregateStore store;
    private final AggregateCollection<IndicatorDocument> indicators;
    private final MongoOperations mongo;

    MongoIndicators(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.indicators = store.collection(COLLECTION, IndicatorDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(DEPARTMENT, "_id"))
                .and(COLLECTION, Indexes.ascending(OWNER, "_id"))
                .and(COLLECTION, Indexes.ascending(RISK, "_id"))
                .and(
                        COLLECTION,
                        Indexes.ascending(FEED + ".departmentId", FEED + ".performanceIndicator"),
                        new IndexOptions().partialFilterExpression(exists(FEED)))
                .and(
                        COLLECTION,
                        Indexes.ascending(CARRIES_ON, "_id"),
                        new IndexOptions().name("standing_figures").partialFilterExpression(exists(CARRIES_ON)));
    }

    <T> T inTransaction(Supplier<T> body) {
        return store.inTransaction(body);
    }

    Versioned<IndicatorDocument> create(IndicatorId id, CommandContext context, Indicator indicator) {
        return indicators.create(id.value(), context, change(indicator));
    }

    Optional<Versioned<IndicatorDocument>> find(IndicatorId id) {
        return indicators.find(id.value());
    }

    Versioned<IndicatorDocument> change(IndicatorId id, CommandContext context, Consumer<Indicator> decide) {
        return indicators.change(id.value(), context, document -> {
            var indicator = Indicator.of(id, document);
            decide.accept(indicator);
            return change(indicator);
        });
    }

    List<IndicatorId> fedBy(Feed feed) {
        return mongo.getCollection(COLLECTION)
                .find(and(
                        eq(FEED + ".departmentId", feed.departmentId()),
                        eq(FEED + ".performanceIndicator", feed.performanceIndicator()),
                        exists(FEED)))
                .projection(include("_id"))
                .map(document -> new IndicatorId(document.getString("_id")))
                .into(new ArrayList<>());
    }

    /** @param feed of the indicator */
    record Carrying(IndicatorId id, Feed feed) {}

    /** Those of which by a day a period has a value that nobody told, in a fixed order behind {@code after}. */
    List<Carrying> carryingBy(LocalDate day, String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(lte(CARRIES_ON, day.toString()), gt("_id", after)))
                .sort(ascending("_id"))
                .projection(include("_id", FEED))
                .limit(most)
                .map(MongoIndicators::carrying)
                .into(new ArrayList<>());
    }

    private static Carrying carrying(Document indicator) {
        var feed = indicator.get("state", Document.class).get("feed", Document.class);
        return new Carrying(
                new IndicatorId(indicator.getString("_id")),
                new Feed(feed.getString("performanceIndicator"), feed.getString("departmentId")));
    }

    /** In a fixed order. */
    List<Versioned<IndicatorDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(indicators::versioned)
                .into(new ArrayList<>());
    }

    private static Change<IndicatorDocument> change(Indicator indicator) {
        return new Change<>(indicator.toDocument(), indicator.takeEvents());
    }
}
