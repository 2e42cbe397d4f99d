package dev.keshi.notification.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a recipient did with a notification. What was told anew afterwards is as unread as before, so each says which telling it was: by
 * the id of the event that brought it, absent where that was not kept.
 */
sealed interface NotificationEvent {

    record Read(
            NotificationId id,
            String recipientId,
            Instant at,
            @Nullable String toldBy) implements NotificationEvent {}

    record Acknowledged(
            NotificationId id,
            String recipientId,
            Instant at,
            @Nullable String toldBy) implements NotificationEvent {}
}
