package dev.keshi.performance.template;

import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.performance.scoring.ScoringProblem;
import dev.keshi.performance.scoring.WeightedIndicator;
import java.util.Optional;

/**
 * An indicator in the words of those who judge and are judged.
 *
 * @param scale of an indicator that events feed; its code is the one of the indicator that is defined
 * @param standard how to score it (评价标准)
 */
public record TemplateIndicator(
        WeightedIndicator figures,
        Optional<Scale> scale,
        String name,
        Optional<String> nameEn,
        String standard,
        Optional<String> standardEn) {

    /** @throws ScoringProblem.ScaleMisplaced when it is fed by events and has no scale, or the other way round */
    public TemplateIndicator {
        if (scale.isPresent() != (figures.source() == IndicatorSource.EVENTS)) {
            throw new ScoringProblem.ScaleMisplaced(figures.code());
        }
    }

    TemplateIndicator weighing(int weight) {
        return new TemplateIndicator(
                new WeightedIndicator(figures.code(), figures.family(), weight, figures.source()),
                scale,
                name,
                nameEn,
                standard,
                standardEn);
    }
}
