package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import dev.keshi.contracts.performance.IndicatorDefinedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Where indicators are kept, under their codes. */
@Repository
class MongoIndicators {

    private static final String COLLECTION = "indicators";
    private static final int MOST_WITH_TARGET = 10_000;

    private final AggregateCollection<IndicatorDocument> indicators;
    private final MongoOperations mongo;

    MongoIndicators(AggregateStore store, MongoOperations mongo) {
        this.indicators = store.collection(COLLECTION, IndicatorDocument.class);
        this.mongo = mongo;
    }

    Versioned<IndicatorDocument> create(CommandContext context, IndicatorDefinition definition) {
        var document = document(definition);
        return indicators.create(document.code(), context, new Change<>(document, List.of(defined(document))));
    }

    Optional<Versioned<IndicatorDocument>> find(IndicatorCode code) {
        return indicators.find(code.value());
    }

    List<Versioned<IndicatorDocument>> of(Collection<IndicatorCode> codes) {
        return select(in("_id", codes.stream().map(IndicatorCode::value).toList()), codes.size() + 1);
    }

    List<Versioned<IndicatorDocument>> withTarget() {
        return select(exists("state.target"), MOST_WITH_TARGET);
    }

    List<Versioned<IndicatorDocument>> next(Optional<String> after, int limit) {
        return select(after.map(code -> gt("_id", code)).orElse(empty()), limit);
    }

    private List<Versioned<IndicatorDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(indicators::versioned)
                .into(new ArrayList<>());
    }

    private static IndicatorDocument document(IndicatorDefinition definition) {
        return new IndicatorDocument(
                definition.code().value(),
                definition.name(),
                definition.nameEn().orElse(null),
                definition.formula().source(),
                definition.formula().kind(),
                definition.formula().limitHours(),
                definition.period(),
                definition.target().orElse(null),
                definition.better().orElse(null));
    }

    private static IndicatorDefinedV1 defined(IndicatorDocument indicator) {
        var target = indicator.target();
        return new IndicatorDefinedV1(
                indicator.code(),
                indicator.name(),
                indicator.nameEn(),
                indicator.source().name(),
                indicator.kind().name(),
                indicator.limitHours(),
                indicator.formula().unit().name(),
                indicator.period().name(),
                target == null ? null : target.toPlainString(),
                indicator.whichIsBetter().map(Better::name).orElse(null));
    }
}
