package dev.keshi.notification.delivery;

import dev.keshi.contracts.notification.ReminderGivenV1;
import dev.keshi.contracts.notification.ReminderTakenBackV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.SettleTold;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Name;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.NotificationId;
import dev.keshi.notification.inbox.Settlement;
import dev.keshi.notification.inbox.Settlement.Reason;
import dev.keshi.notification.inbox.Subject;
import dev.keshi.notification.inbox.Template;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The table of reminders: each is told to those who are reminded, and settled when it does not hold any more. */
public final class ReminderNews {

    private ReminderNews() {}

    public static List<InboxChange> ofReminder(ReceivedEvent<ReminderGivenV1> given) {
        var reminder = given.data();
        var subject = new Subject.OfObligation(
                reminder.obligationId(),
                new Name(Objects.requireNonNullElse(reminder.title(), ""), reminder.titleEn()),
                reminder.dueOn(),
                new Subject.Target(reminder.service(), reminder.resource(), reminder.targetId(), reminder.parentId()));
        var template = template(reminder.stage());
        return reminder.recipientIds().stream()
                .<InboxChange>map(person -> new Tell(new Notice(
                        NotificationId.ofReminder(reminder.reminderId(), person),
                        person,
                        template,
                        subject,
                        null,
                        given.time(),
                        given.id(),
                        true)))
                .toList();
    }

    public static List<InboxChange> ofTakingBack(ReceivedEvent<ReminderTakenBackV1> takenBack) {
        var reminder = takenBack.data();
        var ids = reminder.recipientIds().stream()
                .map(person -> NotificationId.ofReminder(reminder.reminderId(), person))
                .collect(Collectors.toSet());
        return List.of(new SettleTold(ids, new Settlement(Reason.OVER, null, takenBack.time())));
    }

    private static Template template(String stage) {
        return switch (stage) {
            case "DUE_SOON" -> Template.OBLIGATION_DUE_SOON;
            case "OVERDUE" -> Template.OBLIGATION_OVERDUE;
            // Better told late than wrong: the event is parked.
            default -> throw new IllegalArgumentException("stage " + stage);
        };
    }
}
