package dev.keshi.events.client;

/**
 * The subscriber's store, or the place for its dead letters, cannot be reached. A handler may throw it as well, when something that all
 * events need is away: nothing is parked, the subscription tries again until it is back.
 */
public final class StoreUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String what, Throwable cause) {
        super(what + ": " + cause, cause);
    }
}
