package dev.keshi.notification.inbox;

/** What a notification is to its recipient. */
public enum Category {
    /** Something waits for the recipient; it stays open until it is settled, read or not. */
    TASK,
    /** A step of the recipient's request was decided and the request goes on. */
    PROGRESS,
    /** The recipient's request came to its end. */
    OUTCOME,
    /** Somebody commented on a request the recipient takes part in. */
    COMMENT
}
