package dev.keshi.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.Effect;
import java.time.Duration;
import java.util.ArrayList;
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
                    var id = notice.id().value();
                    var told = NotificationDocument.of(Notification.of(notice), retention);
                    effects.add(Effect.create(inbox, id, told));
                    // Where it stands already, from an earlier event, it is told anew.
                    effects.add(Effect.advance(inbox, id, told));
                }
                case InboxChange.Settle settle ->
                    effects.add(Effect.advance(inbox, waitingOn(settle), settled(settle.settlement())));
                case InboxChange.Noticed(var instanceId, var taskId, var recipientId) ->
                    effects.add(Effect.advance(
                            inbox,
                            and(waiting(instanceId, taskId), eq(Fields.RECIPIENT, recipientId)),
                            combine(set(Fields.UNREAD, false), set(Fields.UNPLACED, true))));
            }
        }
        return effects;
    }

    /** {@link Notification#finishedAt} of all of them. */
    private Bson settled(Settlement settlement) {
        return combine(
                set(Fields.UNREAD, false),
                set(Fields.SETTLED_REASON, settlement.reason().name()),
                settlement.by() == null ? unset(Fields.SETTLED_BY) : set(Fields.SETTLED_BY, settlement.by()),
                set(Fields.SETTLED_AT, settlement.at()),
                set(Fields.EXPIRES_AT, settlement.at().plus(retention)),
                set(Fields.UNPLACED, true));
    }

    private static Bson waitingOn(InboxChange.Settle settle) {
        var waiting = waiting(settle.instanceId(), settle.taskId());
        return settle.except().isEmpty() ? waiting : and(waiting, nin(Fields.RECIPIENT, settle.except()));
    }

    private static Bson waiting(String instanceId, @Nullable String taskId) {
        var ofRequest = and(
                eq(Fields.INSTANCE_ID, instanceId),
                eq(Fields.CATEGORY, Category.TASK.name()),
                exists(Fields.SETTLED_AT, false));
        return taskId == null ? ofRequest : and(ofRequest, eq(Fields.TASK_ID, taskId));
    }
}
