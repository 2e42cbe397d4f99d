package dev.keshi.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The door for events: turns changes of inboxes into what the consumer kit writes, each once and in order. */
public final class InboxDelivery {

    private final AggregateCollection<NotificationDocument> inbox;
    private final Duration retention;

    InboxDelivery(AggregateCollection<NotificationDocument> inbox, Duration retention) {
        this.inbox = inbox;
        this.retention = retention;
    }

    public List<Effect> deliver(List<InboxChange> changes) {
        var effects = new ArrayList<Effect>();
        for (var change : changes) {
            switch (change) {
                case InboxChange.Tell(var notice) -> {
                    effects.add(Effect.create(
                            inbox, notice.id().value(), NotificationDocument.of(Notification.of(notice), retention)));
                    effects.add(Effect.advance(inbox, eq(notice.id().value()), toldAnew(notice)));
                }
                case InboxChange.Settle settle ->
                    effects.add(Effect.advance(inbox, waitingOn(settle), settled(settle.settlement())));
                case InboxChange.Noticed(var instanceId, var taskId, var recipientId) ->
                    effects.add(Effect.advance(
                            inbox,
                            and(waiting(instanceId, taskId), eq("state.recipient", recipientId)),
                            combine(set("state.unread", false), set(Fields.UNPLACED, true))));
            }
        }
        return effects;
    }

    /** Where the notice stands already, from an earlier event, it speaks of the new one as if for the first time. */
    private static Bson toldAnew(Notice notice) {
        var subject = notice.subject();
        return combine(
                set("state.category", notice.template().category().name()),
                set("state.template", notice.template().name()),
                setOrUnset("state.stepName", subject.stepName()),
                setOrUnset("state.personId", notice.personId()),
                set("state.occurredAt", date(notice.occurredAt())),
                set("state.unread", notice.unread()),
                unset("state.readAt"),
                unset("state.acknowledgedAt"),
                unset("state.settledReason"),
                unset("state.settledBy"),
                unset("state.settledAt"),
                unset("state.expiresAt"),
                set(Fields.UNPLACED, true));
    }

    private Bson settled(Settlement settlement) {
        return combine(
                set("state.unread", false),
                set("state.settledReason", settlement.reason().name()),
                setOrUnset("state.settledBy", settlement.by()),
                set("state.settledAt", date(settlement.at())),
                set("state.expiresAt", date(settlement.at().plus(retention))),
                set(Fields.UNPLACED, true));
    }

    private static Bson waitingOn(InboxChange.Settle settle) {
        var waiting = waiting(settle.instanceId(), settle.taskId());
        return settle.except().isEmpty() ? waiting : and(waiting, nin("state.recipient", settle.except()));
    }

    private static Bson waiting(String instanceId, @Nullable String taskId) {
        var ofRequest = and(
                eq("state.instanceId", instanceId),
                eq("state.category", Category.TASK.name()),
                exists("state.settledAt", false));
        return taskId == null ? ofRequest : and(ofRequest, eq("state.taskId", taskId));
    }

    private static Bson setOrUnset(String field, @Nullable String value) {
        return value == null ? unset(field) : set(field, value);
    }

    private static Date date(Instant instant) {
        return Date.from(instant);
    }
}
