package dev.keshi.performance.scoring;

/** Percent that each view has in an indicator that people rate; 100 together, 0 leaves a view out. */
public record RaterWeights(int self, int superior, int peer) {

    /** Proposed where nothing else is agreed. */
    public static final RaterWeights USUAL = new RaterWeights(10, 60, 30);

    private static final int WHOLE = 100;

    /** @throws ScoringProblem.RaterWeightsNotHundred when they are not 100 together */
    public RaterWeights {
        if (self < 0 || superior < 0 || peer < 0) {
            throw new IllegalArgumentException("rater weights: " + self + ", " + superior + ", " + peer);
        }
        if (self + superior + peer != WHOLE) {
            throw new ScoringProblem.RaterWeightsNotHundred(self + superior + peer);
        }
    }

    public int of(RaterKind kind) {
        return switch (kind) {
            case SELF -> self;
            case SUPERIOR -> superior;
            case PEER -> peer;
        };
    }
}
