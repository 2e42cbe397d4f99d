package dev.keshi.notification.delivery;

import dev.keshi.contracts.performance.RatingReminderGivenV1;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.notification.inbox.InboxChange;
import dev.keshi.notification.inbox.InboxChange.Tell;
import dev.keshi.notification.inbox.Name;
import dev.keshi.notification.inbox.Notice;
import dev.keshi.notification.inbox.NotificationId;
import dev.keshi.notification.inbox.Subject;
import dev.keshi.notification.inbox.Template;
import java.util.List;

/**
 * The table of ratings: a reminder, the same to everybody of a cycle. It is read and never settled: when somebody has given the last rating is told
 * to nobody, and the end of a cycle is told by another aggregate.
 */
public final class RatingNews {

    private RatingNews() {}

    public static List<InboxChange> ofReminder(ReceivedEvent<RatingReminderGivenV1> given) {
        var reminder = given.data();
        return List.of(new Tell(new Notice(
                NotificationId.ofRatingReminder(reminder.reminderId(), reminder.personId()),
                reminder.personId(),
                Template.RATING_ENDS,
                new Subject.OfTarget(
                        new Name(reminder.cycleName(), null),
                        reminder.endsOn(),
                        new Subject.Target("performance", "cycles", reminder.cycleId(), null)),
                null,
                given.time(),
                given.id(),
                true)));
    }
}
