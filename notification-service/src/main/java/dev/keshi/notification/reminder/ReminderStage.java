package dev.keshi.notification.reminder;

/** Why somebody is reminded. */
enum ReminderStage {
    /** It is due on the next day, or today. */
    DUE_SOON,
    /** The due date has passed. */
    OVERDUE
}
