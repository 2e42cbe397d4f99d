package dev.keshi.messaging.consumer;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in documents, taken apart once and looked for in many.
 *
 * @param name as queries have it, with dots
 * @param outer first part of it
 * @param inner the rest; absent of a name at the top
 */
record FieldPath(String name, String outer, @Nullable FieldPath inner) {

    static FieldPath of(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? new FieldPath(name, name, null)
                : new FieldPath(name, name.substring(0, dot), of(name.substring(dot + 1)));
    }

    /** @return absent where there is none */
    @Nullable
    Object in(Document document) {
        var value = document.get(outer);
        return inner == null ? value : value instanceof Document within ? inner.in(within) : null;
    }
}
