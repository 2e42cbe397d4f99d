package dev.keshi.events.client;

/** Thrown by a handler that will never be able to handle this event: it is parked without being tried again. */
public final class EventRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EventRefused(String reason) {
        super(reason);
    }
}
