package dev.keshi.notification.inbox;

/** What a notification is to its recipient. */
public enum Category {
    /** Something waits for the recipient; it stays open until it is settled, read or not. */
    TASK,
    /** Something the recipient asked for goes on: a step of a request was decided, assigned work is late, a session is cancelled. */
    PROGRESS,
    /** The recipient's request came to its end, or the recipient's work was accepted. */
    OUTCOME,
    /** Somebody commented on a request the recipient takes part in. */
    COMMENT,
    /** Something that the recipient has to do, or has, is due or ends; settled when it is done or has changed, where that may be told. */
    REMINDER
}
