package dev.keshi.events.client;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A member of the group, and what it has in hand. Kafka is polled while a handler's pauses last and when a batch takes long, with all
 * partitions paused, so that a slow record neither loses the membership nor brings in more records than memory holds.
 */
final class EventSession<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventSession.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final long FOLLOW_NANOS = Duration.ofMillis(500).toNanos();
    private static final long COMMIT_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventSubscription<T> subscription;
    private final Tally tally;
    private final BooleanSupplier stopping;
    private final KafkaDeadLetterOffice office;
    private final EventDelivery<T> delivery;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RecordsInHand inHand;
    private final long pollNanos;

    private int failed;
    private int unavailable;
    private long lastPoll;
    private long lastFollow;
    private long lastCommit;

    /** @param stopping whether no further record is wanted; what fails then is left for the next start */
    EventSession(
            EventSubscription<T> subscription,
            KafkaSettings settings,
            DeadLetterTopic topic,
            Tally tally,
            BooleanSupplier stopping) {
        this.subscription = subscription;
        this.tally = tally;
        this.stopping = stopping;
        this.pollNanos = Duration.ofMillis(settings.pollInterval()).toNanos() / 10;
        this.office = new KafkaDeadLetterOffice(subscription, settings, topic);
        this.delivery = new EventDelivery<>(subscription, office);
        this.consumer = new KafkaConsumer<>(settings.groupConsumer(subscription.name()));
        this.inHand = new RecordsInHand(consumer, subscription::waitsForOwnTopics);
        consumer.subscribe(subscription.topics(), inHand);
    }

    /** Polls when nothing is in hand, else handles one record. */
    void round() {
        if (inHand.isEmpty()) {
            inHand.commit();
            lastCommit = System.nanoTime();
            poll(POLL, false);
        } else if (System.nanoTime() - lastPoll > pollNanos) {
            poll(Duration.ZERO, true);
        }
        if (System.nanoTime() - lastFollow > FOLLOW_NANOS) {
            follow();
        }
        if (!inHand.isEmpty()) {
            handle(inHand.first());
        }
        if (System.nanoTime() - lastCommit > COMMIT_NANOS) {
            inHand.commit();
            lastCommit = System.nanoTime();
        }
    }

    private void handle(ConsumerRecord<byte[], byte[]> record) {
        try {
            office.beReady();
            done(deliver(record));
        } catch (HandlingFailed failure) {
            if (stopping.getAsBoolean()) {
                return;
            }
            failed++;
            if (failure.isFinal() || failed >= subscription.retries().attempts()) {
                giveUp(record, failure);
            } else {
                poll(subscription.retries().pauseAfter(failed), true);
            }
        } catch (StoreUnavailable away) {
            waitFor(away);
        }
    }

    /** A thread that a handler leaves interrupted is its own affair: whoever stops the client says so otherwise. */
    private Outcome deliver(ConsumerRecord<byte[], byte[]> record) throws HandlingFailed {
        try {
            return delivery.deliver(record);
        } finally {
            Thread.interrupted();
        }
    }

    private void giveUp(ConsumerRecord<byte[], byte[]> record, HandlingFailed failure) {
        try {
            delivery.giveUp(record, failure.reason(), failed);
            done(new Outcome.Unusable(failure.reason()));
        } catch (StoreUnavailable away) {
            failed--;
            waitFor(away);
        }
    }

    private void done(Outcome outcome) {
        inHand.firstIsDone();
        failed = 0;
        unavailable = 0;
        tally.count(outcome);
    }

    /** Without end: nothing of this is the record's fault. */
    private void waitFor(StoreUnavailable away) {
        unavailable++;
        var pause = new Retries(1, Duration.ofMillis(20), LONGEST_WAIT).pauseAfter(unavailable);
        if (unavailable > 3) {
            log.warn("{}: waits, {}", subscription.name(), away.getMessage());
            tally.waiting(true);
        }
        poll(pause, true);
    }

    /** @param hold brings no records of partitions that are in hand */
    private void poll(Duration timeout, boolean hold) {
        if (hold) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
            letReplaysGoFirst();
        }
        var before = inHand.isEmpty() ? null : inHand.first();
        long start = System.nanoTime();
        inHand.add(consumer.poll(timeout));
        if (hold) {
            LockSupport.parkNanos(timeout.toNanos() - (System.nanoTime() - start));
        }
        lastPoll = System.nanoTime();
        if (inHand.isEmpty() || inHand.first() != before) {
            failed = 0;
        }
        if (inHand.newlyAssigned()) {
            office.partitionsCame();
        }
        stand();
        if (inHand.isEmpty() && consumer.groupMetadata().generationId() > 0) {
            tally.waiting(false);
        }
    }

    /**
     * What lies in a topic of the subscriber's own is a history that was asked for: read before the topics of Keshi, it leaves no gap to park
     * for. Partitions that come with a poll are held back by {@link RecordsInHand} until the next. This holds among the partitions of one member.
     */
    private void letReplaysGoFirst() {
        var assigned = consumer.assignment();
        boolean replay = assigned.stream()
                .filter(partition -> subscription.isOwnTopic(partition.topic()))
                .anyMatch(partition -> consumer.currentLag(partition).orElse(1) > 0);
        if (replay) {
            consumer.pause(assigned.stream()
                    .filter(partition -> !subscription.isOwnTopic(partition.topic()))
                    .toList());
        }
    }

    /** Told at each poll, and while a handler takes its time with what was polled. */
    private void stand() {
        var assigned = consumer.assignment();
        long notFetched = assigned.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
        tally.stands(office.parkedKeys(), assigned.size(), notFetched + inHand.size());
    }

    private void follow() {
        try {
            office.follow(consumer.assignment()::contains);
        } catch (StoreUnavailable away) {
            log.info("{}: parked keys wait, {}", subscription.name(), away.getMessage());
        } finally {
            Thread.interrupted();
        }
        stand();
        lastFollow = System.nanoTime();
    }

    @Override
    public void close() {
        try (office) {
            inHand.commit();
        } finally {
            consumer.close();
        }
    }
}
