package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Distribution;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Thresholds;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rules to try a cycle with; what is absent is as the cycle has it.
 *
 * @param mostExcellent percent of those who are ranked, at most
 * @param mostGood the same
 * @param weights percent, by code of indicator, by template; what is not named is as the template has it
 */
public record OtherRules(
        Optional<Integer> self,
        Optional<Integer> superior,
        Optional<Integer> peer,
        Optional<Integer> minimumPeers,
        Optional<MoverRule> movers,
        Optional<Integer> minimumDays,
        Optional<Total> excellent,
        Optional<Total> good,
        Optional<Total> pass,
        Optional<Integer> mostExcellent,
        Optional<Integer> mostGood,
        Map<TemplateId, Map<String, Integer>> weights) {

    private static final int WHOLE = 100;

    public OtherRules {
        weights = weights.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> Map.copyOf(one.getValue())));
    }

    /**
     * @throws dev.keshi.performance.scoring.ScoringProblem when the weights are not 100 together
     * @throws CycleProblem.FewerPeersThanPromised when the mean of fewer peers would show than they were promised
     */
    ScoringRules rules(ScoringRules of) {
        if (minimumPeers.orElse(of.minimumPeers()) < of.minimumPeers()) {
            throw new CycleProblem.FewerPeersThanPromised(of.minimumPeers());
        }
        return new ScoringRules(
                new RaterWeights(
                        self.orElse(of.raters().self()),
                        superior.orElse(of.raters().superior()),
                        peer.orElse(of.raters().peer())),
                minimumPeers.orElse(of.minimumPeers()),
                movers.orElse(of.movers()),
                minimumDays.orElse(of.minimumDays()));
    }

    /** @throws dev.keshi.performance.scoring.ScoringProblem when they do not descend */
    Thresholds thresholds(Thresholds of) {
        return new Thresholds(excellent.orElse(of.excellent()), good.orElse(of.good()), pass.orElse(of.pass()));
    }

    /** A ceiling that neither these nor the cycle name holds nobody back. */
    Optional<Distribution> distribution(Optional<Distribution> of) {
        return mostExcellent.isEmpty() && mostGood.isEmpty()
                ? of
                : Optional.of(new Distribution(
                        mostExcellent
                                .or(() -> of.map(Distribution::mostExcellent))
                                .orElse(WHOLE),
                        mostGood.or(() -> of.map(Distribution::mostGood)).orElse(WHOLE)));
    }

    /**
     * @param used templates that these weights are for, those of the cycle
     * @throws CycleProblem when a template is not among these, an indicator not in its template or not judged, or the sum of all of the template is
     *     not 100
     */
    void requireWeights(Map<TemplateId, JudgedTemplate> used) {
        weights.forEach((id, ofTemplate) -> {
            var template = used.get(id);
            if (template == null) {
                throw new CycleProblem.TemplateNotUsed(id);
            }
            var figures = template.figures();
            var all = figures.all();
            ofTemplate.keySet().stream()
                    .filter(code -> all.stream().noneMatch(one -> one.code().equals(code)))
                    .sorted()
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new CycleProblem.IndicatorNotInTemplate(template.code(), unknown);
                    });
            all.stream()
                    .filter(one -> ofTemplate.containsKey(one.code()) && !figures.judges(one))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new CycleProblem.IndicatorNotJudged(template.code(), other.code());
                    });
            int sum = all.stream()
                    .mapToInt(one -> ofTemplate.getOrDefault(one.code(), one.weight()))
                    .sum();
            if (sum != WHOLE) {
                throw new CycleProblem.OtherWeightsNotHundred(template.code(), sum);
            }
        });
    }

    /** These templates by the other weights. */
    Map<TemplateId, JudgedTemplate> weighing(Map<TemplateId, JudgedTemplate> used) {
        return used.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue()
                                .weighing(Objects.requireNonNullElse(weights.get(one.getKey()), Map.of()))));
    }
}
