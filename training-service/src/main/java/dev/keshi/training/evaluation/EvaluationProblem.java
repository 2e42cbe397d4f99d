package dev.keshi.training.evaluation;

/** Why something about an evaluation was refused. Nothing was written. */
public abstract sealed class EvaluationProblem extends RuntimeException {

    private EvaluationProblem(String message) {
        super(message, null, false, false);
    }

    /** Nobody asked the caller this. */
    public static final class Unknown extends EvaluationProblem {
        public Unknown() {
            super("Not asked of the caller");
        }
    }

    /** Everybody says once what a course was like. */
    public static final class ReactedBefore extends EvaluationProblem {
        ReactedBefore() {
            super("Reacted before");
        }
    }

    /** It is too early or too late to rate. */
    public static final class NotAsked extends EvaluationProblem {
        NotAsked() {
            super("Not asked at this time");
        }
    }

    /** It is rated once. */
    public static final class RatedBefore extends EvaluationProblem {
        RatedBefore() {
            super("Rated before");
        }
    }

    /** Figures of a course are for those who lead somebody, and for HR and auditors. */
    public static final class NotYoursToSee extends EvaluationProblem {
        NotYoursToSee() {
            super("Leads nobody");
        }
    }

    /** There is no such session, or it is neither organised nor held by the caller. */
    public static final class UnknownSession extends EvaluationProblem {
        public UnknownSession() {
            super("No such session");
        }
    }

    /** Fewer have answered than can be shown without giving anybody away. */
    public static final class TooFewAnswers extends EvaluationProblem {
        public TooFewAnswers() {
            super("Too few answers");
        }
    }
}
