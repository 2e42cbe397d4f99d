package dev.keshi.messaging.consumer;

import dev.keshi.messaging.consumer.ReplayedRecord.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events of the archive to whom they are for. */
final class ReplayReceiver {

    private static final Logger log = LoggerFactory.getLogger(ReplayReceiver.class);

    /** Far less than the patience of whoever waits for events to come, and each time is a write. */
    private static final long TOLD_EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Told of a rebuild, by this machine's own clock. */
    private record Progress(String rebuildId, long nanos) {}

    private final EventDispatcher dispatcher;
    private final Subscriptions subscriptions;
    private final SubscriptionStarts starts;
    private final Rebuilds rebuilds;
    private final Runnable bell;
    private volatile @Nullable Progress lastTold;

    /** @param bell tells that there may be something to go on with */
    ReplayReceiver(
            EventDispatcher dispatcher,
            Subscriptions subscriptions,
            SubscriptionStarts starts,
            Rebuilds rebuilds,
            Runnable bell) {
        this.dispatcher = dispatcher;
        this.subscriptions = subscriptions;
        this.starts = starts;
        this.rebuilds = rebuilds;
        this.bell = bell;
    }

    void handle(List<ConsumerRecord<String, byte[]>> records) {
        var opened = InParts.of(records, ReplayReceiver::open).toList();
        int from = 0;
        while (from < opened.size()) {
            var purpose = opened.get(from).purpose();
            int to = from;
            var events = new ArrayList<ConsumerRecord<String, byte[]>>();
            boolean end = false;
            while (!end && to < opened.size() && opened.get(to).purpose().equals(purpose)) {
                end = opened.get(to).end();
                if (!end) {
                    events.add(opened.get(to).record());
                }
                to++;
            }
            var subscription = subscriptions.named(purpose.subscription());
            if (subscription.isEmpty()) {
                // Of a newer state, of which another replica is. What has come here has come to nobody.
                failed(purpose, "a replica that does not know it got what the archive sent");
            } else {
                handle(subscription.get(), purpose, events);
                if (end && opened.get(to - 1).failed()) {
                    failed(purpose, "the archive gave the replay up");
                } else if (end) {
                    ended(purpose);
                }
            }
            from = to;
        }
        bell.run();
    }

    private static List<ReplayedRecord> open(List<ConsumerRecord<String, byte[]>> records) {
        var opened = new ArrayList<ReplayedRecord>(records.size());
        for (var record : records) {
            ReplayedRecord.open(record)
                    .ifPresentOrElse(
                            opened::add,
                            () -> log.warn("{}@{} was asked for by nobody", record.topic(), record.offset()));
        }
        return opened;
    }

    private void handle(Subscription subscription, Purpose purpose, List<ConsumerRecord<String, byte[]>> events) {
        if (events.isEmpty()) {
            return;
        }
        var rebuild = purpose.rebuildId();
        if (rebuild == null) {
            dispatcher.handleReplayed(subscription, events);
        } else if (rebuilds.isActive(rebuild)) {
            dispatcher.handleRebuilt(subscription.intoShadow(rebuild), events, (_, record, refusal) -> {
                // Of two events in one place the archive knows no better than the copy which one is from us.
                if (refusal.kind() != Refusal.Kind.TAKEN_PLACE) {
                    rebuilds.refused(rebuild, record.key() + ": " + refusal.reason());
                }
            });
            hasCome(rebuild);
        }
    }

    private void hasCome(String rebuild) {
        long now = System.nanoTime();
        var told = lastTold;
        if (told == null || !told.rebuildId().equals(rebuild) || now - told.nanos() >= TOLD_EVERY_NANOS) {
            rebuilds.hasCome(rebuild);
            lastTold = new Progress(rebuild, now);
        }
    }

    private void failed(Purpose purpose, String why) {
        log.warn("{} does not get what it asked for: {}", purpose.subscription(), why);
        if (purpose.rebuildId() == null) {
            starts.failed(purpose.subscription(), purpose.requestId());
        } else {
            rebuilds.refused(purpose.rebuildId(), why);
        }
    }

    private void ended(Purpose purpose) {
        if (purpose.rebuildId() == null) {
            starts.ended(purpose.subscription(), purpose.requestId());
        } else {
            rebuilds.delivered(purpose.rebuildId(), purpose.requestId());
        }
    }
}
