package dev.keshi.messaging.consumer;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A collection that follows from events, and what of its documents does.
 *
 * @param fields top-level or nested names that follow from events; the whole document when empty
 * @param expires name of the date from which a document may be gone; absent when none ever is
 */
record ReadModel(
        String collection, List<String> fields, @Nullable String expires) {

    private static final String SHADOW = "__rebuild";

    ReadModel {
        fields = List.copyOf(fields);
    }

    static ReadModel ofCopies(String collection) {
        return new ReadModel(collection, List.of(), null);
    }

    /** Where it is made anew, while the one in use stays in use. */
    String shadow() {
        return shadow(collection);
    }

    static String shadow(String collection) {
        return collection + SHADOW;
    }

    /** Documents that follow one aggregate carry its sequence; those that effects made, also the one of their source. */
    boolean isOfCopies() {
        return fields.isEmpty();
    }

    static @Nullable Object value(Document document, String path) {
        Object value = document;
        for (var name : path.split("\\.")) {
            if (!(value instanceof Document inner)) {
                return null;
            }
            value = inner.get(name);
        }
        return value;
    }
}
