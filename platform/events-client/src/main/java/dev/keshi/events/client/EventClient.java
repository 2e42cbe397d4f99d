package dev.keshi.events.client;

import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a subscription on the plain Kafka client, in one thread of its own, until it is closed. Several, in one process or in many, share
 * the partitions. When Kafka or the store is away it waits and goes on. Only
 * {@link #close} ends it, and an error of the virtual machine (no memory left, say), after which nothing can be relied on: that is logged
 * and thrown to the thread's uncaught exception handler, and {@link Figures#ended} tells it.
 */
public final class EventClient implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventClient.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventLoop<?> loop;
    private final DeadLetters deadLetters;
    private final Thread thread;

    private EventClient(EventLoop<?> loop, DeadLetters deadLetters) {
        this.loop = loop;
        this.deadLetters = deadLetters;
        this.thread = Thread.ofPlatform().name("keshi-events-" + loop.name()).unstarted(loop);
    }

    /**
     * @param kafka address and credentials, as the plain Kafka client knows them; wishes for its consumer too, except for offsets, group
     *     and deserializers
     * @param deadLetterTopic the subscriber's own, for this subscription alone; made when it is missing
     */
    public static EventClient start(EventSubscription<?> subscription, Map<String, ?> kafka, String deadLetterTopic) {
        if (subscription.types().isEmpty()) {
            throw new IllegalArgumentException(subscription.name() + " handles no event");
        }
        var settings = new KafkaSettings(kafka);
        settings.check(subscription.name());
        var topic = new DeadLetterTopic(deadLetterTopic);
        var client = new EventClient(
                new EventLoop<>(subscription, settings, topic), DeadLetters.of(subscription, settings, topic));
        client.thread.start();
        return client;
    }

    /** The settings of the group's consumer, for those who poll on their own; keys and values are bytes. */
    public static Map<String, Object> consumerSettings(EventSubscription<?> subscription, Map<String, ?> kafka) {
        return new KafkaSettings(kafka).groupConsumer(subscription.name());
    }

    public DeadLetters deadLetters() {
        return deadLetters;
    }

    public Figures figures() {
        return loop.figures();
    }

    /**
     * Lets the handler that is at work end, commits, and leaves the group. Waits half a minute for that, then interrupts. A handler may call
     * it too: then it does not wait, and the client ends behind that handler's event.
     */
    @Override
    public void close() {
        loop.stop();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            if (!thread.join(PATIENCE)) {
                log.warn("{}: a handler does not end and is interrupted", loop.name());
                thread.interrupt();
                thread.join(PATIENCE);
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What happened since the start, for a subscriber's own metrics.
     *
     * @param applied events handled, or noted
     * @param repeated events that came again and changed nothing
     * @param parked records laid aside, those behind others included
     * @param parkedKeys keys that are parked now, in the whole subscription
     * @param partitions how many this client reads now
     * @param lag records of those partitions that it has not handled yet
     * @param waiting whether the store or Kafka is away
     * @param ended whether it reads no more: it was closed, or an error of the virtual machine ended it. A client that nobody closed and
     *     that says so is worth an alarm, and a new start of the process
     */
    public record Figures(
            long applied,
            long repeated,
            long parked,
            int parkedKeys,
            int partitions,
            long lag,
            boolean waiting,
            boolean ended) {}
}
