package dev.keshi.notification.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that was given.
 *
 * @param recipientIds who was reminded
 * @param open false once it was taken back
 * @param expiresAt from when MongoDB may remove it; absent while it is open
 */
record ReminderDocument(
        String obligationId,
        ReminderStage stage,
        LocalDate dueOn,
        List<String> recipientIds,
        boolean open,
        @Nullable Instant expiresAt) {

    ReminderDocument {
        recipientIds = List.copyOf(recipientIds);
    }

    ReminderDocument takenBack(Instant removableFrom) {
        return new ReminderDocument(obligationId, stage, dueOn, recipientIds, false, removableFrom);
    }
}
