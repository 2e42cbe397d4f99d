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

    /** Somebody else is at it. */
    public static final class BeingRedriven extends ParkedKeyProblem {
        BeingRedriven(String id) {
            super("Is being redriven: " + id);
        }
    }
}
