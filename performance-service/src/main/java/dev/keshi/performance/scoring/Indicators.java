package dev.keshi.performance.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody is judged by; the weights of all are exactly 100 together. Where only some families are judged, an indicator of theirs counts by its
 * weight beside those of the others that are: as a part of what they are together, so that nothing has to be rounded for them to be 100 again.
 *
 * @param all also those that are not judged
 * @param families those that are judged
 */
public record Indicators(List<WeightedIndicator> all, Set<IndicatorFamily> families) {

    private static final int WHOLE = 100;
    private static final int MOST_MEASURED = 10;

    /** @throws ScoringProblem when the weights are not 100 together or a code is there twice, or events feed too many */
    public Indicators {
        all = List.copyOf(all);
        families = Set.copyOf(families);
        var codes = new HashSet<String>();
        for (var one : all) {
            if (!codes.add(one.code())) {
                throw new ScoringProblem.IndicatorTwice(one.code());
            }
        }
        if (all.stream().filter(one -> one.source() == IndicatorSource.EVENTS).count() > MOST_MEASURED) {
            throw new ScoringProblem.TooManyMeasured(MOST_MEASURED);
        }
        int sum = all.stream().mapToInt(WeightedIndicator::weight).sum();
        if (sum < WHOLE) {
            throw new ScoringProblem.WeightsBelowHundred(sum);
        }
        if (sum > WHOLE) {
            throw new ScoringProblem.WeightsAboveHundred(sum);
        }
    }

    /** All of them are judged. @throws ScoringProblem when the weights are not 100 together or a code is there twice, or events feed too many */
    public Indicators(List<WeightedIndicator> all) {
        this(all, Set.of(IndicatorFamily.values()));
    }

    /** The same, of which those of these families are judged. */
    public Indicators judging(Set<IndicatorFamily> some) {
        return new Indicators(all, some);
    }

    /** Those that are judged, in order; none where there is no indicator of the families. */
    public List<WeightedIndicator> judged() {
        return all.stream().filter(this::judges).toList();
    }

    public boolean judges(WeightedIndicator one) {
        return families.contains(one.family());
    }

    /** Percent that a weight counts for among those that are judged, half-even to one decimal, for people to read; empty where that is the weight itself. */
    public Optional<BigDecimal> share(int weight) {
        int together = judged().stream().mapToInt(WeightedIndicator::weight).sum();
        return together == WHOLE ? Optional.empty() : Optional.of(Fraction.percent(weight, together));
    }

    /** Codes of those that people rate. */
    public Set<String> rated() {
        return of(IndicatorSource.RATING);
    }

    /** Codes of those that events feed. */
    public Set<String> measured() {
        return of(IndicatorSource.EVENTS);
    }

    private Set<String> of(IndicatorSource source) {
        return judged().stream()
                .filter(one -> one.source() == source)
                .map(WeightedIndicator::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
