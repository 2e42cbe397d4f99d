package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
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
import dev.keshi.messaging.migration.StoreMigration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Where indicators are kept, under their codes. */
@Repository
class MongoIndicators {

    private static final String COLLECTION = "indicators";
    private static final String BETTER = "state.better";
    private static final int MOST_WITH_TARGET = 10_000;

    /** Written down here as well, because a migration never changes. */
    static final List<BundledWay> BUNDLED_WAYS = List.of(
            new BundledWay("sales-target", Formula.Kind.RATIO, Better.MORE),
            new BundledWay("customer-satisfaction", Formula.Kind.MEAN, Better.MORE),
            new BundledWay("document-accuracy", Formula.Kind.RATIO, Better.MORE),
            new BundledWay("defect-rate", Formula.Kind.RATIO, Better.LESS),
            new BundledWay("system-availability", Formula.Kind.MEAN, Better.MORE),
            new BundledWay("ideas-realised", Formula.Kind.SUM, Better.MORE));

    private final AggregateCollection<IndicatorDocument> indicators;
    private final MongoOperations mongo;

    MongoIndicators(AggregateStore store, MongoOperations mongo) {
        this.indicators = store.collection(COLLECTION, IndicatorDocument.class);
        this.mongo = mongo;
    }

    /** Those that came with the service before it was kept which way is the good one. Of others nobody has said it, so it stays open. */
    static StoreMigration bundledFiguresHaveAWay() {
        var migration = StoreMigration.of("2026-11-22.4 bundled figures say which way is the good one");
        for (var way : BUNDLED_WAYS) {
            migration = migration.update(COLLECTION, way.untold(), way.toldOnce());
        }
        return migration;
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

    /** @param kind of the formula; where the code has another, somebody has defined it */
    record BundledWay(String code, Formula.Kind kind, Better better) {

        Bson untold() {
            return and(
                    eq("_id", code),
                    eq("state.source", Source.FIGURES.name()),
                    eq("state.kind", kind.name()),
                    eq(BETTER, null));
        }

        Bson toldOnce() {
            return new Document("$set", new Document(BETTER, new Document("$literal", better.name())));
        }
    }
}
