package dev.keshi.notification.inbox;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event of another service changes in people's inboxes. */
public sealed interface InboxChange {

    /** The notice is in the recipient's inbox; where an earlier one with its id stands, it takes that one's place. */
    record Tell(Notice notice) implements InboxChange {}

    /**
     * What still waits for people on a task, or on the whole request, waits no more.
     *
     * @param taskId absent for all tasks of the request
     * @param except recipients for whom it does wait on
     */
    record Settle(String instanceId, @Nullable String taskId, Set<String> except, Settlement settlement)
            implements InboxChange {
        public Settle {
            except = Set.copyOf(except);
        }
    }

    /**
     * What still waits for people on a work item waits no more.
     *
     * @param except recipients for whom something waits on it
     */
    record SettleWork(String workItemId, Set<String> except, Settlement settlement) implements InboxChange {
        public SettleWork {
            except = Set.copyOf(except);
        }
    }

    /**
     * What still waits for people on something of another service waits no more.
     *
     * @param target all that waits on it was told by events of that one aggregate
     */
    record SettleTarget(Subject.Target target, Settlement settlement) implements InboxChange {}

    /**
     * What these said does not hold any more.
     *
     * @param ids all of them told by events of the same aggregate
     */
    record SettleTold(Set<NotificationId> ids, Settlement settlement) implements InboxChange {
        public SettleTold {
            ids = Set.copyOf(ids);
        }
    }

    /**
     * The recipient has read it, as this service itself has told. Only an inbox that is made anew does not know it yet.
     *
     * @param toldBy id of the event whose telling was read; absent where that was not kept
     * @param sequence of the event, among those of the notification
     */
    record HasRead(NotificationId id, Instant at, @Nullable String toldBy, long sequence) implements InboxChange {}

    /** The recipient has taken note of it, as this service itself has told; as {@link HasRead}. */
    record HasAcknowledged(
            NotificationId id, Instant at, @Nullable String toldBy, long sequence) implements InboxChange {}

    /** The recipient is at work on the task and needs no more telling; it still waits. */
    record Noticed(String instanceId, String taskId, String recipientId) implements InboxChange {}
}
