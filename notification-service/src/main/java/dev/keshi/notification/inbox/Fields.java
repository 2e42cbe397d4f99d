package dev.keshi.notification.inbox;

/** Names of fields of the collection {@code inbox} that more than one class uses. */
final class Fields {

    static final String INBOX = "inbox";
    static final String RECIPIENT = "state.recipient";
    static final String OCCURRED_AT = "state.occurredAt";
    static final String UNREAD = "state.unread";
    static final String CATEGORY = "state.category";

    /** Marks a change that has no place in the recipient's stream yet. */
    static final String UNPLACED = "state.unplaced";

    /** Place of the last change, and for whom: beside the state, because taking a place is no change of it. */
    static final String PLACED = "placed";

    static final String PLACED_RECIPIENT = "placed.recipient";
    static final String PLACED_POSITION = "placed.position";

    private Fields() {}
}
