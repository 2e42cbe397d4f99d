package dev.keshi.notification.inbox;

/** What a recipient did with a notification. */
sealed interface NotificationEvent {

    record Read(NotificationId id, String recipientId) implements NotificationEvent {}

    record Acknowledged(NotificationId id, String recipientId) implements NotificationEvent {}
}
