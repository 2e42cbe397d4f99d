package dev.keshi.risk.register;

import java.time.LocalDate;

/** Why a command about a risk was refused. Nothing was written. */
public abstract sealed class RiskProblem extends RuntimeException {

    private RiskProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such risk, or not for the caller. */
    public static final class Unknown extends RiskProblem {
        public Unknown(RiskId id) {
            super("No risk " + id.value());
        }
    }

    /** Risks are kept by their owner and by those who lead the department. */
    public static final class NotYoursToKeep extends RiskProblem {
        NotYoursToKeep() {
            super("Neither owner nor leader");
        }
    }

    /** Whoever does not lead has people of the department own its risks, measures and indicators; others are named by its leaders and theirs. */
    public static final class OwnerOutOfReach extends RiskProblem {
        OwnerOutOfReach(String person) {
            super(person + " is not of the department of the risk");
        }
    }

    /** A risk is registered by somebody of the department or who leads it. */
    public static final class NotYourDepartment extends RiskProblem {
        NotYourDepartment(String department) {
            super("Neither of " + department + " nor its leader");
        }
    }

    /** The round does not ask that department, or has its answer. */
    public static final class NotAsked extends RiskProblem {
        NotAsked(String round) {
            super("Round " + round + " does not wait for the department");
        }
    }

    /** What is closed does not change. */
    public static final class Closed extends RiskProblem {
        Closed() {
            super("The risk is closed");
        }
    }

    /** A target that is worse than where the risk stands is none. */
    public static final class TargetAboveCurrent extends RiskProblem {
        TargetAboveCurrent() {
            super("The target is above the current exposure");
        }
    }

    /** An acceptance has a last day. */
    public static final class AcceptanceWithoutExpiry extends RiskProblem {
        AcceptanceWithoutExpiry() {
            super("An acceptance without expiry");
        }
    }

    /** An acceptance ends on a day that is to come, within a year. */
    public static final class AcceptanceExpiry extends RiskProblem {
        private final LocalDate latest;

        AcceptanceExpiry(LocalDate latest) {
            super("An acceptance ends between tomorrow and " + latest);
            this.latest = latest;
        }

        public LocalDate latest() {
            return latest;
        }
    }

    /** Only an acceptance expires. */
    public static final class ExpiryWithoutAcceptance extends RiskProblem {
        ExpiryWithoutAcceptance() {
            super("Only an acceptance expires");
        }
    }

    /** Measures carry out a response. */
    public static final class NoResponse extends RiskProblem {
        NoResponse() {
            super("No response was decided on");
        }
    }

    /** Nothing is done about a risk that is accepted. */
    public static final class Accepted extends RiskProblem {
        Accepted() {
            super("The risk is accepted");
        }
    }

    /** Measures are still to be done, or to be cancelled. */
    public static final class MeasuresOpen extends RiskProblem {
        private final long open;

        MeasuresOpen(long open) {
            super(open + " measures are open");
            this.open = open;
        }

        public long open() {
            return open;
        }
    }

    /** There is no such measure. */
    public static final class UnknownMeasure extends RiskProblem {
        UnknownMeasure(String id) {
            super("No measure " + id);
        }
    }

    /** A measure is done by its owner. */
    public static final class NotYourMeasure extends RiskProblem {
        NotYourMeasure() {
            super("Another's measure");
        }
    }

    /** A measure ends once. */
    public static final class MeasureEnded extends RiskProblem {
        MeasureEnded() {
            super("The measure has ended");
        }
    }

    /** A measure is due today at the earliest. */
    public static final class DuePast extends RiskProblem {
        DuePast() {
            super("Due in the past");
        }
    }

    /** So many are not steered any more. */
    public static final class TooManyMeasures extends RiskProblem {
        private final int most;

        TooManyMeasures(int most) {
            super("More than " + most + " measures");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }

    /** Nothing is open that could be verified. */
    public static final class NothingToVerify extends RiskProblem {
        NothingToVerify() {
            super("No assessment is open");
        }
    }

    /** Nobody verifies the own measures. */
    public static final class OwnMeasures extends RiskProblem {
        OwnMeasures() {
            super("One's own measures");
        }
    }

    /** What is to be assessed is assessed before it is closed. */
    public static final class AssessmentOpen extends RiskProblem {
        AssessmentOpen() {
            super("An assessment is open");
        }
    }
}
