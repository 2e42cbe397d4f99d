package dev.keshi.training.trainee;

import static com.mongodb.client.model.Filters.eq;

import dev.keshi.messaging.consumer.Projected;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Positions as far as an induction names them, from the events that define them. */
@Component
public class PositionQueries {

    public static final String COLLECTION = "positions";
    private static final String CODE = "code";
    private static final String TEMPLATE = "template";

    private final MongoOperations mongo;

    PositionQueries(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @param template absent when the position was made from none */
    public static Projected defined(String code, @Nullable String template) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put(CODE, code);
        fields.put(TEMPLATE, template);
        return Projected.set(fields);
    }

    /** Its code and the template it was made from; empty while the position is not known. */
    public Optional<Set<String>> namesOf(String positionId) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(eq("_id", positionId))
                        .first())
                .map(PositionQueries::names);
    }

    private static Set<String> names(Document position) {
        var names = new TreeSet<String>();
        names.add(position.getString(CODE));
        Optional.ofNullable(position.getString(TEMPLATE)).ifPresent(names::add);
        return names;
    }
}
