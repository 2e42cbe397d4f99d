package dev.keshi.events.client;

/** What happens to an event when the one before it was never seen, because the topic no longer holds it. */
public enum GapRule {

    /**
     * It is parked until what is missing came by a replay. For this, the positions of all events of the aggregate are kept, also of the
     * types that nobody handles.
     */
    PARK,

    /** It is handled. For those who need the newest state only: an event tells its values completely. */
    ACCEPT
}
