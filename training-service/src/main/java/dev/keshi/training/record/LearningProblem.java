package dev.keshi.training.record;

/** Why something about learning records is refused. */
public abstract sealed class LearningProblem extends RuntimeException {

    private LearningProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such person for the caller. */
    public static final class Unknown extends LearningProblem {
        public Unknown(String personId) {
            super("No record of " + personId);
        }
    }
}
