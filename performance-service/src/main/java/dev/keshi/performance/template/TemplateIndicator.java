package dev.keshi.performance.template;

import dev.keshi.performance.scoring.WeightedIndicator;
import java.util.Optional;

/**
 * An indicator in the words of those who judge and are judged.
 *
 * @param standard how to score it (评价标准)
 */
public record TemplateIndicator(
        WeightedIndicator figures,
        String name,
        Optional<String> nameEn,
        String standard,
        Optional<String> standardEn) {}
