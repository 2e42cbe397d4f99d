package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.performance.scoring.Distribution;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.IndicatorSource;
import dev.keshi.performance.scoring.WeightedIndicator;
import dev.keshi.performance.template.ReleasedTemplate;
import dev.keshi.performance.template.TemplateCode;
import dev.keshi.performance.template.TemplateContent;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateIndicator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherRulesTest {

    private static final TemplateId DESK = new TemplateId("desk");
    private static final TemplateId SHOP = new TemplateId("shop");
    private static final Map<TemplateId, JudgedTemplate> USED =
            Map.of(DESK, template(DESK, 60, 40), SHOP, template(SHOP, 60, 40));

    @Test
    void onlyTheTemplatesThatAreNamedWeighOtherwise() {
        var other = weighing(Map.of(DESK, Map.of("speed", 10, "care", 90)));

        other.requireWeights(USED);
        var tried = other.weighing(USED);

        assertThat(weights(tried, DESK)).containsExactly(10, 90);
        assertThat(weights(tried, SHOP)).containsExactly(60, 40);
        assertThat(weights(USED, DESK)).containsExactly(60, 40);
    }

    @Test
    void weightsOfEachTemplateAreAHundredTogetherWithThoseThatStay() {
        weighing(Map.of(DESK, Map.of("care", 40))).requireWeights(USED);

        assertThatExceptionOfType(CycleProblem.OtherWeightsNotHundred.class)
                .isThrownBy(() -> weighing(Map.of(DESK, Map.of("care", 41))).requireWeights(USED))
                .satisfies(refused -> assertThat(refused.sum()).isEqualTo(101));
        assertThatExceptionOfType(CycleProblem.IndicatorNotInTemplate.class)
                .isThrownBy(() -> weighing(Map.of(SHOP, Map.of("charm", 1))).requireWeights(USED));
        assertThatExceptionOfType(CycleProblem.TemplateNotUsed.class)
                .isThrownBy(() -> weighing(Map.of(SHOP, Map.of("care", 40)))
                        .requireWeights(Map.of(DESK, template(DESK, 60, 40))));
    }

    @Test
    void whatTheCycleDoesNotJudgeHasNoWeightToTry() {
        var part = Map.of(DESK, JudgedTemplate.of(released(DESK, 60, 40), Set.of(IndicatorFamily.RESULT)));

        weighing(Map.of(DESK, Map.of("speed", 60))).requireWeights(part);

        assertThatExceptionOfType(CycleProblem.IndicatorNotJudged.class)
                .isThrownBy(() ->
                        weighing(Map.of(DESK, Map.of("speed", 10, "care", 90))).requireWeights(part))
                .satisfies(refused -> assertThat(refused.indicator()).isEqualTo("care"));
        assertThat(part.get(DESK).figures().rated()).containsExactly("speed");
        assertThat(part.get(DESK).indicators().stream().map(TemplateIndicator::name))
                .containsExactly("speed");
    }

    @Test
    void aCeilingThatNobodyNamesHoldsNobodyBack() {
        var cycle = Optional.of(new Distribution(20, 30));

        assertThat(distribution(Optional.empty(), Optional.empty()).distribution(Optional.empty()))
                .isEmpty();
        assertThat(distribution(Optional.empty(), Optional.empty()).distribution(cycle))
                .isEqualTo(cycle);
        assertThat(distribution(Optional.of(5), Optional.empty()).distribution(cycle))
                .contains(new Distribution(5, 30));
        assertThat(distribution(Optional.empty(), Optional.of(5)).distribution(Optional.empty()))
                .contains(new Distribution(100, 5));
    }

    private static List<Integer> weights(Map<TemplateId, JudgedTemplate> templates, TemplateId id) {
        return templates.get(id).figures().all().stream()
                .map(WeightedIndicator::weight)
                .toList();
    }

    private static OtherRules weighing(Map<TemplateId, Map<String, Integer>> weights) {
        return rules(Optional.empty(), Optional.empty(), weights);
    }

    private static OtherRules distribution(Optional<Integer> mostExcellent, Optional<Integer> mostGood) {
        return rules(mostExcellent, mostGood, Map.of());
    }

    private static OtherRules rules(
            Optional<Integer> mostExcellent,
            Optional<Integer> mostGood,
            Map<TemplateId, Map<String, Integer>> weights) {
        return new OtherRules(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                mostExcellent,
                mostGood,
                weights);
    }

    private static JudgedTemplate template(TemplateId id, int speed, int care) {
        return JudgedTemplate.of(released(id, speed, care), EnumSet.allOf(IndicatorFamily.class));
    }

    private static ReleasedTemplate released(TemplateId id, int speed, int care) {
        return new ReleasedTemplate(
                id,
                new TemplateCode(id.value()),
                1,
                new TemplateContent(
                        id.value(),
                        Optional.empty(),
                        List.of(),
                        true,
                        List.of(
                                indicator("speed", IndicatorFamily.RESULT, speed),
                                indicator("care", IndicatorFamily.ATTITUDE, care))));
    }

    private static TemplateIndicator indicator(String code, IndicatorFamily family, int weight) {
        return new TemplateIndicator(
                new WeightedIndicator(code, family, weight, IndicatorSource.RATING),
                Optional.empty(),
                code,
                Optional.empty(),
                code,
                Optional.empty());
    }
}
