package dev.keshi.launcher.client;

/** The platform answered something else than was expected, or did not answer. The message is one line for people. */
public final class CallFailure extends RuntimeException {

    public CallFailure(String message) {
        super(message);
    }

    CallFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
