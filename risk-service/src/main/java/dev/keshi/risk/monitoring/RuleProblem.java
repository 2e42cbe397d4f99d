package dev.keshi.risk.monitoring;

import java.math.BigDecimal;

/** Why no figure can be judged by a rule. */
public abstract sealed class RuleProblem extends RuntimeException {

    private final BigDecimal threshold;
    private final BigDecimal recovery;

    private RuleProblem(String message, BigDecimal threshold, BigDecimal recovery) {
        super(message, null, false, false);
        this.threshold = threshold;
        this.recovery = recovery;
    }

    public BigDecimal threshold() {
        return threshold;
    }

    public BigDecimal recovery() {
        return recovery;
    }

    /** What warns above would have recovered while it is still bad. */
    public static final class ThresholdBelowRecovery extends RuleProblem {
        ThresholdBelowRecovery(BigDecimal threshold, BigDecimal recovery) {
            super("Warns above " + threshold + ", below its recovery level " + recovery, threshold, recovery);
        }
    }

    /** What warns below would have recovered while it is still bad. */
    public static final class ThresholdAboveRecovery extends RuleProblem {
        ThresholdAboveRecovery(BigDecimal threshold, BigDecimal recovery) {
            super("Warns below " + threshold + ", above its recovery level " + recovery, threshold, recovery);
        }
    }

    /** A figure that oscillates around one level would warn again and again. */
    public static final class NoHysteresis extends RuleProblem {
        NoHysteresis(BigDecimal level) {
            super("Threshold and recovery level are both " + level, level, level);
        }
    }
}
