package dev.keshi.performance.population;

import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.Projected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What events about people and positions leave here. */
public final class EmploymentEffects {

    private EmploymentEffects() {}

    public static List<Effect> joined(String personId, long sequence, EmploymentFact.Works fact) {
        return List.of(Effect.insertAs(
                PopulationStore.FACTS,
                EmploymentDocument.id(personId, sequence),
                EmploymentDocument.write(personId, sequence, fact, true)));
    }

    public static List<Effect> changed(String personId, long sequence, EmploymentFact fact) {
        return List.of(Effect.insertAs(
                PopulationStore.FACTS,
                EmploymentDocument.id(personId, sequence),
                EmploymentDocument.write(personId, sequence, fact, false)));
    }

    /** @param roleTemplate what the position was made from */
    public static Projected position(String title, @Nullable String titleEn, Optional<String> roleTemplate) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("title", title);
        fields.put("titleEn", titleEn);
        roleTemplate.ifPresent(template -> fields.put("template", template));
        return Projected.set(fields);
    }
}
