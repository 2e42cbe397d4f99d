package dev.keshi.notification.inbox;

/** Names of fields of the collection {@code inbox}: those of {@link NotificationDocument} stand under {@code state}. */
final class Fields {

    static final String INBOX = "inbox";
    static final String RECIPIENT = "state.recipient";
    static final String OCCURRED_AT = "state.occurredAt";
    static final String TOLD_BY = "state.toldBy";
    static final String UNREAD = "state.unread";
    static final String READ_AT = "state.readAt";
    static final String ACKNOWLEDGED_AT = "state.acknowledgedAt";
    static final String CATEGORY = "state.category";
    static final String TEMPLATE = "state.template";
    static final String INSTANCE_ID = "state.instanceId";
    static final String TASK_ID = "state.taskId";
    static final String WORK_ITEM_ID = "state.workItemId";
    static final String TARGET_SERVICE = "state.targetService";
    static final String TARGET_RESOURCE = "state.targetResource";
    static final String TARGET_ID = "state.targetId";
    static final String SETTLED_REASON = "state.settledReason";
    static final String SETTLED_BY = "state.settledBy";
    static final String SETTLED_AT = "state.settledAt";
    static final String EXPIRES_AT = "state.expiresAt";

    /** Marks a change that has no place in the recipient's stream yet. */
    static final String UNPLACED = "state.unplaced";

    /** Place of the last change, and for whom: beside the state, because taking a place is no change of it. */
    static final String PLACED = "placed";

    static final String PLACED_RECIPIENT = "placed.recipient";
    static final String PLACED_POSITION = "placed.position";

    /** How many events the notification has published. */
    static final String SEQUENCE = "sequence";

    private Fields() {}
}
