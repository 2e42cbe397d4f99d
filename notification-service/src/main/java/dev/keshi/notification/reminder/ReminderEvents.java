package dev.keshi.notification.reminder;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.notification.ReminderGivenV1;
import dev.keshi.contracts.notification.ReminderTakenBackV1;
import dev.keshi.notification.obligation.WaitingObligation;

/** What others hear of reminders; this service's own inbox above all. */
final class ReminderEvents {

    private ReminderEvents() {}

    static PublishedEvent given(String id, ReminderDocument reminder, WaitingObligation waiting) {
        var topic = waiting.topic();
        return new ReminderGivenV1(
                id,
                reminder.obligationId(),
                waiting.kind().name(),
                reminder.stage().name(),
                reminder.recipientIds(),
                topic.title(),
                topic.titleEn(),
                reminder.dueOn(),
                waiting.kind().service(),
                waiting.kind().resource(),
                topic.targetId(),
                topic.parentId());
    }

    static PublishedEvent takenBack(String id, ReminderDocument reminder) {
        return new ReminderTakenBackV1(id, reminder.obligationId(), reminder.recipientIds());
    }
}
