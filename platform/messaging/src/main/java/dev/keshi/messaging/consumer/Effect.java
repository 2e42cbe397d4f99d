package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.STATE;

import dev.keshi.messaging.AggregateCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * What an event leads to in the consumer's own store. Handlers only say what shall be; the kit writes it, and writes it
 * once, however often the event arrives.
 */
public sealed interface Effect {

    String collection();

    /** The same in another collection. */
    Effect into(String otherCollection);

    /** Writes a new document whose {@code _id} is made of the event's id and {@code discriminator}. */
    static Effect insert(String collection, String discriminator, Document document) {
        return new Insert(collection, discriminator, document);
    }

    /**
     * Writes a new document under an id of its own, unless it is there: for things that several events may lead to but
     * that must exist once.
     *
     * @param identity fields by which a repetition is known: where what is there differs in one of them, the id was taken by
     *     something else, and the event is parked
     */
    static Effect insertAs(String collection, String id, Document document, String... identity) {
        return new InsertAs(collection, id, document, List.of(identity));
    }

    /**
     * Changes the documents that match; the change must be one that may be repeated ({@code $set}, {@code $unset},
     * {@code $max}, {@code $min}, {@code $addToSet}, {@code $pull}).
     */
    static Effect update(String collection, Bson filter, Bson update) {
        return new Change(collection, filter, update);
    }

    /** Creates an aggregate, at version 1 and without events, unless its id is taken. */
    static <S> Effect create(AggregateCollection<S> collection, String id, S state) {
        return new Create(collection.name(), id, collection.fresh(id, state), List.of());
    }

    /** Creates an aggregate; where it stands already, created for the same source aggregate, a later event gives it another state altogether. */
    static <S> Effect put(AggregateCollection<S> collection, String id, S state) {
        return put(collection, id, state, Map.of());
    }

    /**
     * The same with more than the state.
     *
     * @param beside fields beside the state, set together with it
     */
    static <S> Effect put(AggregateCollection<S> collection, String id, S state, Map<String, ?> beside) {
        var document = collection.fresh(id, state);
        document.putAll(beside);
        var update = new ArrayList<Bson>();
        update.add(set(STATE, document.get(STATE)));
        beside.forEach((field, value) -> update.add(set(field, value)));
        return new Create(collection.name(), id, document, List.of(advance(collection, eq(ID, id), combine(update))));
    }

    /**
     * Changes aggregates that effects created for events of the same source aggregate. The kit raises their version, so
     * commands notice; and it takes each event once and in the source's order, so the change may be any.
     */
    static Effect advance(AggregateCollection<?> collection, Bson filter, Bson update) {
        return new Advance(collection.name(), filter, update);
    }

    static List<Effect> none() {
        return List.of();
    }

    record Insert(String collection, String discriminator, Document document) implements Effect {

        @Override
        public Effect into(String otherCollection) {
            return new Insert(otherCollection, discriminator, document);
        }
    }

    record InsertAs(String collection, String id, Document document, List<String> identity) implements Effect {

        @Override
        public Effect into(String otherCollection) {
            return new InsertAs(otherCollection, id, document, identity);
        }
    }

    /** @param whereItStands what happens instead to a document that is there already */
    record Create(String collection, String id, Document document, List<Effect> whereItStands) implements Effect {

        @Override
        public Effect into(String otherCollection) {
            return new Create(
                    otherCollection,
                    id,
                    document,
                    whereItStands.stream()
                            .map(effect -> effect.into(otherCollection))
                            .toList());
        }
    }

    record Advance(String collection, Bson filter, Bson update) implements Effect {

        @Override
        public Effect into(String otherCollection) {
            return new Advance(otherCollection, filter, update);
        }
    }

    record Change(String collection, Bson filter, Bson update) implements Effect {

        @Override
        public Effect into(String otherCollection) {
            return new Change(otherCollection, filter, update);
        }

        private static final List<String> REPEATABLE = List.of("$set", "$unset", "$max", "$min", "$addToSet", "$pull");

        public Change {
            for (var operator : update.toBsonDocument().keySet()) {
                if (!REPEATABLE.contains(operator)) {
                    throw new IllegalArgumentException(operator + " would add up when the event comes again");
                }
            }
        }
    }
}
