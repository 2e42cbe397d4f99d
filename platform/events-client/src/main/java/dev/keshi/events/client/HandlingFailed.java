package dev.keshi.events.client;

/** One attempt to handle an event has failed and left nothing behind. */
public final class HandlingFailed extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean finalRefusal;

    HandlingFailed(Throwable cause) {
        super(cause.toString(), cause);
        this.finalRefusal = cause instanceof EventRefused;
    }

    /** Another attempt cannot help. */
    public boolean isFinal() {
        return finalRefusal;
    }

    /** In words, for the dead letter. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
