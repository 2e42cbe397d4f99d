package dev.keshi.performance.scoring;

/**
 * From which total on a grade is reached; what is below {@code pass} fails.
 *
 * @param excellent above {@code good}, which is above {@code pass}
 */
public record Thresholds(Total excellent, Total good, Total pass) {

    /** Proposed where nothing else is agreed: 90, 80, 60. */
    public static final Thresholds USUAL = new Thresholds(Total.of("90"), Total.of("80"), Total.of("60"));

    /** @throws ScoringProblem.ThresholdsNotDescending when a better grade does not ask for more */
    public Thresholds {
        if (excellent.compareTo(good) <= 0 || good.compareTo(pass) <= 0) {
            throw new ScoringProblem.ThresholdsNotDescending();
        }
    }

    public Cutoffs cutoffs() {
        return new Cutoffs(excellent, good, pass);
    }
}
