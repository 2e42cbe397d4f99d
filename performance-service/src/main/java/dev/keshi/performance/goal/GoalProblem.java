package dev.keshi.performance.goal;

import java.time.LocalDate;

/** Why a command about goals was refused. Nothing was written. */
public abstract sealed class GoalProblem extends RuntimeException {

    private GoalProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such goal on the sheet. */
    public static final class Unknown extends GoalProblem {
        Unknown(String id) {
            super("No goal " + id);
        }
    }

    /** There is no such owner, or not for the caller. */
    public static final class NoSuchOwner extends GoalProblem {
        public NoSuchOwner(GoalOwner owner) {
            super("No " + owner);
        }
    }

    /** Whoever leads sets the goals of the people, personnel those of all; nobody the own ones. */
    public static final class OwnGoals extends GoalProblem {
        public OwnGoals() {
            super("Nobody sets the own goals");
        }
    }

    /** A goal is dated: it cannot be due before it begins. */
    public static final class DueBeforeBegun extends GoalProblem {
        DueBeforeBegun() {
            super("Due before it begins");
        }
    }

    /** What an indicator measures has a value to reach. */
    public static final class TargetMissing extends GoalProblem {
        TargetMissing() {
            super("An indicator without a target");
        }
    }

    /** The indicator is not defined. */
    public static final class NoSuchIndicator extends GoalProblem {
        private final String code;

        NoSuchIndicator(String code) {
            super("No indicator " + code);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The weights of the open goals of one owner exceed 100. */
    public static final class WeightsAboveHundred extends GoalProblem {
        private final int sum;

        WeightsAboveHundred(int sum) {
            super("The weights add up to " + sum);
            this.sum = sum;
        }

        public int sum() {
            return sum;
        }
    }

    /** The goal it is to serve is not open, or not one of the department or of one above. */
    public static final class ParentDoesNotFit extends GoalProblem {
        ParentDoesNotFit() {
            super("The parent does not fit");
        }
    }

    /** It would last longer than the goal that it serves. */
    public static final class OutlastsParent extends GoalProblem {
        OutlastsParent() {
            super("It outlasts its parent");
        }
    }

    /** Goals that serve it, and are open, would last longer. */
    public static final class EndsBeforeOthers extends GoalProblem {
        private final LocalDate latest;

        EndsBeforeOthers(LocalDate latest) {
            super("A goal that serves it is due on " + latest);
            this.latest = latest;
        }

        /** The last day of the latest of them. */
        public LocalDate latest() {
            return latest;
        }
    }

    /** What has ended does not change. */
    public static final class Ended extends GoalProblem {
        Ended() {
            super("The goal has ended");
        }
    }

    /** A goal holds so many adjustments, and no more. */
    public static final class TooMany extends GoalProblem {
        private final int most;

        TooMany(int most) {
            super("More than " + most);
            this.most = most;
        }

        public int most() {
            return most;
        }
    }
}
