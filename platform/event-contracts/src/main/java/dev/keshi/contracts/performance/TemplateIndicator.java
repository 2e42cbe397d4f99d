package dev.keshi.contracts.performance;

import dev.keshi.contracts.KnownValues;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is judged by.
 *
 * @param code unique within the template
 * @param nameEn absent when it has no English name
 * @param weight percent of the total
 * @param source whether people rate it or events feed it
 */
public record TemplateIndicator(
        String code,
        String name,
        @Nullable String nameEn,

        @KnownValues({"RESULT", "ABILITY", "ATTITUDE", "CONDUCT", "LEARNING", "GROWTH"})
        String family,

        int weight,
        @KnownValues({"RATING", "EVENTS"}) String source) {}
