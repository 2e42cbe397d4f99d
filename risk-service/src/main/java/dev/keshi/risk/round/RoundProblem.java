package dev.keshi.risk.round;

/** Why a command about a round was refused. Nothing was written. */
public abstract sealed class RoundProblem extends RuntimeException {

    private RoundProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such round. */
    public static final class Unknown extends RoundProblem {
        public Unknown(RoundId id) {
            super("No round " + id.value());
        }
    }

    /** The round does not ask that department, or it is not the caller's. */
    public static final class NotAsked extends RoundProblem {
        NotAsked(String department) {
            super("Not asked: " + department);
        }
    }

    /** Whoever leads a department has it asked. */
    public static final class NotYoursToAsk extends RoundProblem {
        NotYoursToAsk() {
            super("Not the leader");
        }
    }

    /** Answers would be due before they could be given. */
    public static final class DuePast extends RoundProblem {
        DuePast() {
            super("Due in the past");
        }
    }

    /** So many are asked in several rounds. */
    public static final class TooWide extends RoundProblem {
        private final int departments;
        private final int most;

        TooWide(int departments, int most) {
            super(departments + " departments");
            this.departments = departments;
            this.most = most;
        }

        public int departments() {
            return departments;
        }

        public int most() {
            return most;
        }
    }

    /** A department answers once. */
    public static final class AnsweredBefore extends RoundProblem {
        AnsweredBefore() {
            super("Answered before");
        }
    }

    /** Risks were found, and none is in the register. */
    public static final class NoneRegistered extends RoundProblem {
        NoneRegistered() {
            super("No risk was registered in the round");
        }
    }

    /** Nothing is new, and yet risks were registered. */
    public static final class SomeRegistered extends RoundProblem {
        private final int risks;

        SomeRegistered(int risks) {
            super(risks + " risks were registered in the round");
            this.risks = risks;
        }

        public int risks() {
            return risks;
        }
    }
}
