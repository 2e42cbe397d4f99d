package dev.keshi.performance.scoring;

/** Why figures cannot be scored by. */
public abstract sealed class ScoringProblem extends RuntimeException {

    private ScoringProblem(String message) {
        super(message, null, false, false);
    }

    /** The weights of the indicators do not reach 100. */
    public static final class WeightsBelowHundred extends ScoringProblem {
        private final int sum;

        WeightsBelowHundred(int sum) {
            super("The weights add up to " + sum);
            this.sum = sum;
        }

        public int sum() {
            return sum;
        }
    }

    /** The weights of the indicators exceed 100. */
    public static final class WeightsAboveHundred extends ScoringProblem {
        private final int sum;

        WeightsAboveHundred(int sum) {
            super("The weights add up to " + sum);
            this.sum = sum;
        }

        public int sum() {
            return sum;
        }
    }

    /** Two indicators have the same code. */
    public static final class IndicatorTwice extends ScoringProblem {
        private final String code;

        IndicatorTwice(String code) {
            super("Indicator " + code + " is there twice");
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The weights of self, superior and peers are not 100 together. */
    public static final class RaterWeightsNotHundred extends ScoringProblem {
        private final int sum;

        RaterWeightsNotHundred(int sum) {
            super("The weights of the raters add up to " + sum);
            this.sum = sum;
        }

        public int sum() {
            return sum;
        }
    }

    /** A scale has the same figure for none and for all points, so it would divide by zero. */
    public static final class ScaleWithoutWidth extends ScoringProblem {
        ScaleWithoutWidth() {
            super("The scale has no width");
        }
    }

    /** Only an indicator that events feed has a scale, and each of them has one. */
    public static final class ScaleMisplaced extends ScoringProblem {
        private final String code;

        public ScaleMisplaced(String code) {
            super("Indicator " + code + " lacks a scale, or has one without being fed by events");
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** More indicators of a template are fed by events than are scored together. */
    public static final class TooManyMeasured extends ScoringProblem {
        private final int most;

        TooManyMeasured(int most) {
            super("Events feed more than " + most + " indicators");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /** A better grade must ask for more points than the one below it. */
    public static final class ThresholdsNotDescending extends ScoringProblem {
        ThresholdsNotDescending() {
            super("The thresholds of the grades do not descend");
        }
    }
}
