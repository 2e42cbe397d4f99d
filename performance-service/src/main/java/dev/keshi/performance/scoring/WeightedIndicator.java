package dev.keshi.performance.scoring;

import java.util.regex.Pattern;

/**
 * An indicator as scoring needs it.
 *
 * @param code unique within its template: 1 to 40 lower-case letters, digits and hyphens
 * @param weight percent of the total, 1 to 100
 */
public record WeightedIndicator(String code, IndicatorFamily family, int weight, IndicatorSource source) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int WHOLE = 100;

    /** @throws ScoringProblem.WeightsAboveHundred by a weight that exceeds 100 alone */
    public WeightedIndicator {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("indicator code: " + code);
        }
        if (weight < 1) {
            throw new IllegalArgumentException("weight: " + weight);
        }
        if (weight > WHOLE) {
            throw new ScoringProblem.WeightsAboveHundred(weight);
        }
    }
}
