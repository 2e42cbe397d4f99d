package dev.keshi.messaging.consumer;

/** Why a rebuild does not begin. */
public abstract sealed class RebuildProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RebuildProblem(String message) {
        super(message);
    }

    /** Nothing of that name can be made anew here. */
    public static final class Unknown extends RebuildProblem {
        private static final long serialVersionUID = 1L;

        Unknown(String subscription) {
            super("No read model is kept by " + subscription);
        }
    }

    /** One rebuild at a time. */
    public static final class UnderWay extends RebuildProblem {
        private static final long serialVersionUID = 1L;

        UnderWay(String subscription) {
            super(subscription + " is being rebuilt already");
        }
    }
}
