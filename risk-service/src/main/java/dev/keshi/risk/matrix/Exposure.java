package dev.keshi.risk.matrix;

/**
 * How likely something is and how bad it would be.
 *
 * @param likelihood 1 (rare) to 5
 * @param impact 1 (slight) to 5
 */
public record Exposure(int likelihood, int impact) {

    public static final int STEPS = 5;

    public Exposure {
        if (likelihood < 1 || likelihood > STEPS || impact < 1 || impact > STEPS) {
            throw new IllegalArgumentException("exposure: " + likelihood + " x " + impact);
        }
    }

    /** So many steps lower, and never below the lowest. */
    public Exposure lowered(int likelihoodSteps, int impactSteps) {
        return new Exposure(Math.max(1, likelihood - likelihoodSteps), Math.max(1, impact - impactSteps));
    }
}
