package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import dev.keshi.contracts.performance.FigureRecordedV1;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.NewAggregate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Where imported figures are kept, each under an id that follows from what it is a figure of. */
@Repository
class MongoFigures {

    private static final String COLLECTION = "figures";

    private final AggregateCollection<FigureDocument> figures;
    private final MongoOperations mongo;

    MongoFigures(AggregateStore store, MongoOperations mongo) {
        this.figures = store.collection(COLLECTION, FigureDocument.class);
        this.mongo = mongo;
    }

    static String id(FigureDocument figure) {
        return "f-" + Ids.derived("figure", figure.indicator() + ':' + figure.personId() + ':' + figure.on());
    }

    /** Those that are there, by id. */
    Map<String, FigureDocument> of(Collection<String> ids) {
        var found = new HashMap<String, FigureDocument>();
        mongo.getCollection(COLLECTION)
                .find(in("_id", ids))
                .projection(include("version", "state"))
                .forEach(document -> {
                    var figure = figures.versioned(document);
                    found.put(figure.id(), figure.state());
                });
        return found;
    }

    void createMissing(CommandContext context, Collection<FigureDocument> fresh) {
        figures.createMissing(
                context,
                fresh.stream()
                        .map(figure -> new NewAggregate<>(id(figure), change(figure)))
                        .toList());
    }

    /** Nothing happens where it says so already. */
    void change(CommandContext context, FigureDocument figure) {
        var unused = figures.change(
                id(figure), context, before -> before.says(figure) ? new Change<>(before, List.of()) : change(figure));
    }

    private static Change<FigureDocument> change(FigureDocument figure) {
        return new Change<>(
                figure,
                List.of(new FigureRecordedV1(
                        id(figure),
                        figure.indicator(),
                        figure.personId(),
                        figure.on(),
                        figure.amount().toPlainString(),
                        figure.base().toPlainString())));
    }
}
