package dev.keshi.notification.inbox;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** What a person does with the own inbox. Another person's notification is not found. */
@Service
public class InboxService {

    /** So many at a time, so that the answer comes within a second or two. */
    static final int MOST_READ_AT_ONCE = 100;

    private final AggregateCollection<NotificationDocument> notifications;
    private final MongoInbox inbox;
    private final InboxQueries queries;
    private final Duration retention;
    private final Clock clock;

    InboxService(
            AggregateCollection<NotificationDocument> notifications,
            MongoInbox inbox,
            InboxQueries queries,
            InboxProperties properties,
            Clock clock) {
        this.notifications = notifications;
        this.inbox = inbox;
        this.queries = queries;
        this.retention = properties.retention();
        this.clock = clock;
    }

    /** @throws AggregateFailure.NotFound when the actor has no such notification */
    public NotificationView read(NotificationId id, CommandContext context, Locale language) {
        return decide(id, context, language, Notification::read);
    }

    /** Says that the notification was taken note of, which includes that it was read. */
    public NotificationView acknowledge(NotificationId id, CommandContext context, Locale language) {
        return decide(id, context, language, Notification::acknowledge);
    }

    /** @param left how many still are unread; more than none asks for another call */
    public record ReadSome(int read, long left) {}

    /** Reads the newest {@value #MOST_READ_AT_ONCE} that are unread. */
    public ReadSome readAll(CommandContext context) {
        var ids = inbox.unreadIds(context.actor(), MOST_READ_AT_ONCE);
        for (var id : ids) {
            change(id, context.forAnyVersion(), Notification::read);
        }
        return new ReadSome(ids.size(), queries.unread(context.actor()));
    }

    private NotificationView decide(
            NotificationId id,
            CommandContext context,
            Locale language,
            BiFunction<Notification, Instant, Notification.Decision> decision) {
        // Looked up with the recipient first: a wrong version of somebody else's would tell that it exists.
        if (inbox.find(context.actor(), id).isEmpty()) {
            throw new AggregateFailure.NotFound(id.value());
        }
        var changed = change(id.value(), context, decision);
        var item = new MongoInbox.Item(changed.state().toNotification(changed.id()), changed.version(), 0);
        return queries.view(item, language);
    }

    private Versioned<NotificationDocument> change(
            String id, CommandContext context, BiFunction<Notification, Instant, Notification.Decision> decision) {
        // The store keeps milliseconds.
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return notifications.change(id, context, state -> {
            var decided = decision.apply(state.toNotification(id), now);
            return decided.events().isEmpty()
                    ? new Change<>(state, java.util.List.of())
                    : new Change<>(
                            NotificationDocument.of(decided.after(), retention),
                            decided.events().stream()
                                    .map(NotificationEventTranslator::published)
                                    .toList());
        });
    }
}
