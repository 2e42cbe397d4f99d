package dev.keshi.notification.inbox;

import java.time.Instant;

/** What a recipient did with a notification. */
sealed interface NotificationEvent {

    record Read(NotificationId id, String recipientId, Instant at) implements NotificationEvent {}

    record Acknowledged(NotificationId id, String recipientId, Instant at) implements NotificationEvent {}
}
