package dev.keshi.messaging.consumer;

/** Why nothing was redriven. */
public abstract sealed class ParkedKeyProblem extends RuntimeException {

    private ParkedKeyProblem(String message) {
        super(message);
    }

    public static final class NotParked extends ParkedKeyProblem {
        NotParked(String id) {
            super("Not parked: " + id);
        }
    }

    /** What was to be given up does not stand first. */
    public static final class NotFirst extends ParkedKeyProblem {
        NotFirst(String id) {
            super("Something else stands first: " + id);
        }
    }

    /** Somebody else is at it. */
    public static final class BeingRedriven extends ParkedKeyProblem {
        BeingRedriven(String id) {
            super("Is being redriven: " + id);
        }
    }
}
