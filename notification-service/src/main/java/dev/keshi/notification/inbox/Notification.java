package dev.keshi.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notice in its recipient's inbox.
 *
 * @param unread whether it still asks for attention
 * @param settlement only of tasks and reminders, once nothing waits any more
 */
record Notification(
        Notice notice,
        boolean unread,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Settlement settlement) {

    /** What follows from what the recipient does. */
    record Decision(Notification after, List<NotificationEvent> events) {}

    static Notification of(Notice notice) {
        return new Notification(notice, notice.unread(), null, null, null);
    }

    /** A second time changes nothing. */
    Decision read(Instant now) {
        if (readAt != null && !unread) {
            return new Decision(this, List.of());
        }
        var event = new NotificationEvent.Read(notice.id(), notice.recipientId(), now, notice.toldBy());
        return new Decision(new Notification(notice, false, now, acknowledgedAt, settlement), List.of(event));
    }

    /** Whoever takes note of something has read it. */
    Decision acknowledge(Instant now) {
        if (acknowledgedAt != null) {
            return new Decision(this, List.of());
        }
        var event = new NotificationEvent.Acknowledged(notice.id(), notice.recipientId(), now, notice.toldBy());
        List<NotificationEvent> events = readAt == null
                ? List.of(new NotificationEvent.Read(notice.id(), notice.recipientId(), now, notice.toldBy()), event)
                : List.of(event);
        var read = Objects.requireNonNullElse(readAt, now);
        return new Decision(new Notification(notice, false, read, now, settlement), events);
    }

    /**
     * Since when nobody needs it any more: what can be settled from its settlement on, what is of use for a time only from the beginning, anything else
     * once it was read.
     */
    Optional<Instant> finishedAt() {
        if (notice.template().isPassing()) {
            return Optional.of(notice.occurredAt());
        }
        if (settlement != null || notice.template().category() == Category.TASK) {
            return Optional.ofNullable(settlement).map(Settlement::at);
        }
        return unread ? Optional.empty() : Optional.ofNullable(readAt);
    }
}
