package dev.keshi.contracts.notification;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/** What people were reminded of is done, passed on, or due on another day. */
@EventContract(
        type = "keshi.notification.reminder-taken-back.v1",
        topic = Topics.NOTIFICATION,
        aggregate = "reminder",
        key = "reminderId",
        en = "What people were reminded of is done or has changed.",
        zh = "所提醒的事项已办结或已变更。")
public record ReminderTakenBackV1(String reminderId, String obligationId, List<String> recipientIds)
        implements PublishedEvent {

    public ReminderTakenBackV1 {
        recipientIds = List.copyOf(recipientIds);
    }
}
