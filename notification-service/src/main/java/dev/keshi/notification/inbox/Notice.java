package dev.keshi.notification.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person is told.
 *
 * @param personId who did it, or {@code system}; absent when it does not matter who
 * @param occurredAt when it happened, which is earlier than when it was told
 * @param toldBy id of the event that brought it; absent in what was told before this was kept
 * @param unread false when the recipient knows already, having done it
 */
public record Notice(
        NotificationId id,
        String recipientId,
        Template template,
        Subject subject,
        @Nullable String personId,
        Instant occurredAt,
        @Nullable String toldBy,
        boolean unread) {}
