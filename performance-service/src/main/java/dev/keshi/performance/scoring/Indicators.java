package dev.keshi.performance.scoring;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody is judged by; the weights are exactly 100 together. */
public record Indicators(List<WeightedIndicator> all) {

    private static final int WHOLE = 100;
    private static final int MOST_MEASURED = 10;

    /** @throws ScoringProblem when the weights are not 100 together or a code is there twice, or events feed too many */
    public Indicators {
        all = List.copyOf(all);
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

    /** Codes of those that people rate. */
    public Set<String> rated() {
        return of(IndicatorSource.RATING);
    }

    /** Codes of those that events feed. */
    public Set<String> measured() {
        return of(IndicatorSource.EVENTS);
    }

    private Set<String> of(IndicatorSource source) {
        return all.stream()
                .filter(one -> one.source() == source)
                .map(WeightedIndicator::code)
                .collect(Collectors.toUnmodifiableSet());
    }
}
