package dev.keshi.org.position;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoPositions implements Positions {

    static final String COLLECTION = "positions";
    private static final Bson WITHOUT_EVENTS = exclude("outbox", "commands");

    private final AggregateCollection<PositionDocument> positions;
    private final MongoOperations mongo;

    MongoPositions(AggregateStore store, MongoOperations mongo) {
        this.positions = store.collection(COLLECTION, PositionDocument.class);
        this.mongo = mongo;
    }

    @Override
    public Optional<Versioned<PositionDocument>> find(PositionId id) {
        return positions.find(id.value());
    }

    @Override
    public Map<PositionId, Versioned<PositionDocument>> findAll(Collection<PositionId> ids) {
        var found = new HashMap<PositionId, Versioned<PositionDocument>>();
        select(in("_id", ids.stream().map(PositionId::value).toList()), 0)
                .forEach(position -> found.put(new PositionId(position.id()), position));
        return found;
    }

    @Override
    public Versioned<PositionDocument> create(CommandContext context, Position position) {
        return positions.create(position.id().value(), context, change(position));
    }

    @Override
    public void createMissing(CommandContext context, List<Position> fresh) {
        positions.createMissing(
                context,
                fresh.stream()
                        .map(position -> new NewAggregate<>(position.id().value(), change(position)))
                        .toList());
    }

    @Override
    public Versioned<PositionDocument> change(PositionId id, CommandContext context, Consumer<Position> decide) {
        return positions.change(id.value(), context, document -> {
            var position = document.toPosition();
            decide.accept(position);
            return change(position);
        });
    }

    /** By code. @param limit 0 for all */
    List<Versioned<PositionDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(WITHOUT_EVENTS)
                .sort(ascending("state.code"))
                .limit(limit)
                .map(positions::versioned)
                .into(new ArrayList<>());
    }

    private static Change<PositionDocument> change(Position position) {
        return new Change<>(PositionDocument.of(position), PositionEventTranslator.translate(position.takeEvents()));
    }
}
