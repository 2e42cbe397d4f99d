package dev.keshi.contracts.performance;

import dev.keshi.contracts.KnownValues;

/**
 * What a person reached in one indicator.
 *
 * @param templateId the version of the template that it belongs to
 * @param code unique within the template
 * @param points 0.0 to 100.0 as text, rounded half-even to one decimal
 */
public record IndicatorResult(
        String templateId,
        String code,

        @KnownValues({"RESULT", "ABILITY", "ATTITUDE", "CONDUCT", "LEARNING", "GROWTH"})
        String family,

        String points) {}
