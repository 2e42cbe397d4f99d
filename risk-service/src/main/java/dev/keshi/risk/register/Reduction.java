package dev.keshi.risk.register;

import dev.keshi.risk.matrix.Exposure;

/**
 * What a measure takes off a risk, in steps of the matrix.
 *
 * @param likelihood 0 to 4
 * @param impact 0 to 4
 */
public record Reduction(int likelihood, int impact) {

    public static final int MOST = Exposure.STEPS - 1;

    public Reduction {
        if (likelihood < 0 || likelihood > MOST || impact < 0 || impact > MOST) {
            throw new IllegalArgumentException("reduction: " + likelihood + ", " + impact);
        }
    }

    Exposure from(Exposure exposure) {
        return exposure.lowered(likelihood, impact);
    }
}
