package dev.keshi.notification.live;

/** Why a stream was not opened. */
public abstract sealed class LiveProblem extends RuntimeException {

    private LiveProblem(String message) {
        super(message);
    }

    /** The person has as many open as one may have. */
    public static final class TooManyStreams extends LiveProblem {

        private final int most;

        TooManyStreams(int most) {
            super("More than " + most + " streams of one person");
            this.most = most;
        }

        public int most() {
            return most;
        }
    }
}
