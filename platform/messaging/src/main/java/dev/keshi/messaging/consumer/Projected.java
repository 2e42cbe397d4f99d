package dev.keshi.messaging.consumer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event changes in the copy of its aggregate.
 *
 * @param fields top-level fields of the copy and their new values; a null value removes the field
 */
public record Projected(Map<String, @Nullable Object> fields) {

    /** The event matters to others, not to this copy. */
    public static final Projected UNCHANGED = new Projected(Map.of());

    public Projected {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public static Projected set(Map<String, ? extends @Nullable Object> fields) {
        return new Projected(new LinkedHashMap<>(fields));
    }

    public static Projected set(String field, Object value) {
        return new Projected(Map.of(field, value));
    }

    public static Projected unset(String field) {
        return new Projected(Collections.singletonMap(field, null));
    }
}
