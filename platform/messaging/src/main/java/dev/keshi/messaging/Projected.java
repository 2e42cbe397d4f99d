package dev.keshi.messaging;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What an event changes in the copy of its aggregate. */
public record Projected(List<Bson> updates) {

    /** The event matters to others, not to this copy. */
    public static final Projected UNCHANGED = new Projected(List.of());

    public Projected {
        updates = List.copyOf(updates);
    }

    /** Sets fields; a null value removes the field. */
    public static Projected set(Map<String, ? extends @Nullable Object> fields) {
        var updates = new ArrayList<Bson>();
        fields.forEach((field, value) -> updates.add(value == null ? Updates.unset(field) : Updates.set(field, value)));
        return new Projected(updates);
    }

    public static Projected set(String field, Object value) {
        return new Projected(List.of(Updates.set(field, value)));
    }
}
