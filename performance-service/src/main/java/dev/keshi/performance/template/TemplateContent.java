package dev.keshi.performance.template;

import dev.keshi.performance.scoring.Indicators;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template says.
 *
 * @param positions names of the role templates of the positions that it is for; empty: for everybody
 * @param usual whether it is taken when a cycle asks for no other
 */
public record TemplateContent(
        String name,
        Optional<String> nameEn,
        List<String> positions,
        boolean usual,
        List<TemplateIndicator> indicators) {

    /** @throws dev.keshi.performance.scoring.ScoringProblem when the weights are not 100 together or a code is there twice */
    public TemplateContent {
        positions = List.copyOf(positions);
        indicators = List.copyOf(indicators);
        var unused = figures(indicators);
    }

    /**
     * The same by other weights.
     *
     * @param weights by code of indicator, 1 to 100; those that are not named stay as they are
     * @throws dev.keshi.performance.scoring.ScoringProblem when the weights are not 100 together
     */
    public TemplateContent weighing(Map<String, Integer> weights) {
        return new TemplateContent(
                name,
                nameEn,
                positions,
                usual,
                indicators.stream()
                        .map(one -> one.weighing(weights.getOrDefault(
                                one.figures().code(), one.figures().weight())))
                        .toList());
    }

    public Indicators figures() {
        return figures(indicators);
    }

    private static Indicators figures(List<TemplateIndicator> indicators) {
        return new Indicators(
                indicators.stream().map(TemplateIndicator::figures).toList());
    }
}
