package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Projections.include;

import dev.keshi.messaging.AggregateDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * A collection that follows from events, and what of its documents does.
 *
 * @param fields what follows from events; the whole document when empty
 * @param expires the date from which a document may be gone; absent when none ever is
 */
record ReadModel(
        String collection, List<FieldPath> fields, @Nullable FieldPath expires) {

    private static final String SHADOW = "__rebuild_";

    ReadModel {
        fields = List.copyOf(fields);
    }

    /** @param fields names, nested ones with dots */
    static ReadModel of(String collection, List<String> fields, @Nullable String expires) {
        return new ReadModel(
                collection,
                fields.stream().map(FieldPath::of).toList(),
                expires == null ? null : FieldPath.of(expires));
    }

    static ReadModel ofCopies(String collection) {
        return new ReadModel(collection, List.of(), null);
    }

    /** Where it is made anew, while the one in use stays in use: a place that no other rebuild ever writes to or empties. */
    String shadow(String rebuildId) {
        return shadow(collection, rebuildId);
    }

    static String shadow(String collection, String rebuildId) {
        return collection + SHADOW + rebuildId;
    }

    /** Of what a collection is the shadow; empty when it is none. */
    static Optional<String> liveOf(String collection) {
        int beginning = collection.indexOf(SHADOW);
        return beginning < 0 ? Optional.empty() : Optional.of(collection.substring(0, beginning));
    }

    /** Of which rebuild this is the shadow; empty when it is none of this read model. */
    Optional<String> rebuildOf(String someCollection) {
        var beginning = collection + SHADOW;
        return someCollection.startsWith(beginning)
                ? Optional.of(someCollection.substring(beginning.length()))
                : Optional.empty();
    }

    /** Projection of what says whether two documents are the same and which has come further; of a copy that is all. */
    Bson counted() {
        if (isOfCopies()) {
            return new Document();
        }
        var always = Stream.of(
                AggregateDocument.VERSION,
                AggregateDocument.STATE,
                AggregateDocument.HEARD,
                EventPlace.SEQUENCE,
                EventPlace.EPOCH);
        var values = Stream.concat(fields.stream(), Stream.ofNullable(expires)).map(FieldPath::outer);
        return include(Stream.concat(always, values).distinct().toList());
    }

    /** Documents that follow one aggregate carry its sequence; those that effects made, also the one of their source. */
    boolean isOfCopies() {
        return fields.isEmpty();
    }
}
