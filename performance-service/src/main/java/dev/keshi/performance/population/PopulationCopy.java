package dev.keshi.performance.population;

import dev.keshi.messaging.consumer.Projected;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What events about people and positions leave here. */
public final class PopulationCopy {

    public static final String PEOPLE = "employments";
    public static final String POSITIONS = "positions";

    private PopulationCopy() {}

    /** @param sequence of the event that tells it */
    public static Projected fact(long sequence, EmploymentFact fact) {
        return Projected.set(EmploymentDocument.field(sequence), EmploymentDocument.write(fact));
    }

    /** @param roleTemplate what the position was made from, where the event says so */
    public static Projected position(String title, @Nullable String titleEn, Optional<String> roleTemplate) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("title", title);
        fields.put("titleEn", titleEn);
        roleTemplate.ifPresent(template -> fields.put("template", template));
        return Projected.set(fields);
    }
}
