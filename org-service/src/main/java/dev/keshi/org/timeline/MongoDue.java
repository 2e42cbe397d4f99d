package dev.keshi.org.timeline;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import dev.keshi.messaging.StoreIndexes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Finds what has come into force, day by day. An import plans a whole enterprise for one day, so a part is read along the index from its place on:
 * what is due behind it is neither looked at nor sorted.
 */
public final class MongoDue {

    /** The next day on which something planned comes into force; absent where nothing is planned. */
    public static final String NEXT_DUE = "state.nextDue";

    private static final Bson IN_ORDER = ascending(NEXT_DUE, "_id");
    private static final int FEW = 100;

    private MongoDue() {}

    /**
     * Adds the index of what is planned. The release before looks by another, of the day alone, and names it: that one stays in a store which has
     * it until a release that comes after this one.
     */
    public static StoreIndexes index(StoreIndexes others, String collection) {
        return others.and(collection, IN_ORDER, new IndexOptions().partialFilterExpression(exists(NEXT_DUE)));
    }

    /** What was due up to a day, a few at a time. @param after the last one before; empty for the first */
    public static List<Due> find(MongoCollection<Document> collection, LocalDate today, Optional<Due> after) {
        return query(collection, today, after)
                .map(one -> new Due(
                        LocalDate.parse(one.getEmbedded(List.of("state", "nextDue"), String.class)),
                        one.getString("_id")))
                .into(new ArrayList<>());
    }

    static FindIterable<Document> query(MongoCollection<Document> collection, LocalDate today, Optional<Due> after) {
        var untilToday = lte(NEXT_DUE, today.toString());
        return collection
                .find(after.map(place -> behind(place, untilToday)).orElse(untilToday))
                .projection(include(NEXT_DUE))
                .sort(IN_ORDER)
                .hint(IN_ORDER)
                .limit(FEW);
    }

    /** The rest of its day and the days after it are each read from the index at the right place. */
    private static Bson behind(Due place, Bson untilToday) {
        var day = place.day().toString();
        return or(and(eq(NEXT_DUE, day), gt("_id", place.id())), and(gt(NEXT_DUE, day), untilToday));
    }
}
