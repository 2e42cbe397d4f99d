package dev.keshi.notification.inbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The door for events: turns changes of inboxes into what the consumer kit writes, each once and in order. */
public final class InboxDelivery {

    /** The collection that the effects make up. */
    public static final String COLLECTION = Fields.INBOX;

    /** From when a notification may be gone. */
    public static final String EXPIRES = Fields.EXPIRES_AT;

    /** When these may be gone does not depend on whether they were read. */
    private static final List<String> PASSING = Arrays.stream(Template.values())
            .filter(Template::isPassing)
            .map(Template::name)
            .toList();

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
                    // Where it stands already, from an earlier event, it is told anew.
                    effects.add(Effect.put(inbox, id, told));
                }
                case InboxChange.Settle settle ->
                    effects.add(Effect.advance(inbox, waitingOn(settle), settled(settle.settlement())));
                case InboxChange.SettleWork settle ->
                    effects.add(Effect.advance(inbox, waitingOn(settle), settled(settle.settlement())));
                case InboxChange.SettleTarget(var target, var settlement) ->
                    effects.add(Effect.advance(inbox, waitingOn(target), settled(settlement)));
                case InboxChange.SettleTold(var ids, var settlement) ->
                    effects.add(Effect.advance(
                            inbox,
                            and(
                                    in(
                                            "_id",
                                            ids.stream()
                                                    .map(NotificationId::value)
                                                    .toList()),
                                    exists(Fields.SETTLED_AT, false)),
                            settled(settlement)));
                case InboxChange.HasRead(var id, var at, var toldBy, var sequence) -> {
                    effects.add(Effect.update(
                            Fields.INBOX,
                            of(id, at, toldBy, sequence),
                            combine(set(Fields.UNREAD, false), set(Fields.READ_AT, at))));
                    effects.add(Effect.update(
                            Fields.INBOX,
                            and(
                                    of(id, at, toldBy, sequence),
                                    ne(Fields.CATEGORY, Category.TASK.name()),
                                    nin(Fields.TEMPLATE, PASSING),
                                    exists(Fields.SETTLED_AT, false)),
                            set(Fields.EXPIRES_AT, at.plus(retention))));
                    effects.add(told(id, sequence));
                }
                case InboxChange.HasAcknowledged(var id, var at, var toldBy, var sequence) -> {
                    effects.add(Effect.update(
                            Fields.INBOX,
                            of(id, at, toldBy, sequence),
                            combine(set(Fields.UNREAD, false), set(Fields.ACKNOWLEDGED_AT, at))));
                    effects.add(told(id, sequence));
                }
                case InboxChange.Noticed(var instanceId, var taskId, var recipientId) ->
                    effects.add(Effect.advance(
                            inbox,
                            and(waiting(instanceId, taskId), eq(Fields.RECIPIENT, recipientId)),
                            combine(set(Fields.UNREAD, false), set(Fields.UNPLACED, true))));
            }
        }
        return effects;
    }

    /**
     * The notification, unless the inbox knows already or it was told anew since. When it happened does not say that: an event that was held
     * up on its way tells anew of what happened before the recipient read the notification.
     */
    private static Bson of(NotificationId id, Instant at, @Nullable String toldBy, long sequence) {
        var telling = toldBy == null ? lte(Fields.OCCURRED_AT, at) : eq(Fields.TOLD_BY, toldBy);
        return and(eq("_id", id.value()), lt(Fields.SEQUENCE, sequence), telling);
    }

    private static Effect told(NotificationId id, long sequence) {
        return Effect.update(Fields.INBOX, eq("_id", id.value()), max(Fields.SEQUENCE, sequence));
    }

    /** What of a notification follows from events. */
    public static List<String> readModel() {
        return Arrays.stream(NotificationDocument.class.getRecordComponents())
                .map(component -> "state." + component.getName())
                .filter(field -> !field.equals(Fields.UNPLACED))
                .toList();
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
        return except(settle.except(), waiting(settle.instanceId(), settle.taskId()));
    }

    private static Bson waitingOn(InboxChange.SettleWork settle) {
        return except(settle.except(), and(eq(Fields.WORK_ITEM_ID, settle.workItemId()), waits()));
    }

    private static Bson waitingOn(Subject.Target target) {
        return and(
                eq(Fields.TARGET_ID, target.id()),
                eq(Fields.TARGET_RESOURCE, target.resource()),
                eq(Fields.TARGET_SERVICE, target.service()),
                waits());
    }

    private static Bson except(Set<String> recipients, Bson waiting) {
        return recipients.isEmpty() ? waiting : and(waiting, nin(Fields.RECIPIENT, recipients));
    }

    private static Bson waiting(String instanceId, @Nullable String taskId) {
        var ofRequest = and(eq(Fields.INSTANCE_ID, instanceId), waits());
        return taskId == null ? ofRequest : and(ofRequest, eq(Fields.TASK_ID, taskId));
    }

    private static Bson waits() {
        return and(eq(Fields.CATEGORY, Category.TASK.name()), exists(Fields.SETTLED_AT, false));
    }
}
