package dev.keshi.events.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a session with Kafka going: one that breaks is followed by another. */
final class EventLoop<T> implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);
    private static final Duration BETWEEN_SESSIONS = Duration.ofSeconds(2);

    private final EventSubscription<T> subscription;
    private final KafkaSettings settings;
    private final DeadLetterTopic topic;
    private final Tally tally = new Tally();
    private final CountDownLatch stopped = new CountDownLatch(1);

    EventLoop(EventSubscription<T> subscription, KafkaSettings settings, DeadLetterTopic topic) {
        this.subscription = subscription;
        this.settings = settings;
        this.topic = topic;
    }

    String name() {
        return subscription.name();
    }

    EventClient.Figures figures() {
        return tally.figures();
    }

    void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        while (stopped.getCount() > 0) {
            try (var session = new EventSession<>(subscription, settings, topic, tally)) {
                while (stopped.getCount() > 0) {
                    session.round();
                }
            } catch (RuntimeException broken) {
                if (stopped.getCount() > 0) {
                    log.warn("{}: the session with Kafka broke and is begun again", name(), broken);
                }
                tally.waiting(true);
                pause();
            }
        }
        tally.ended();
    }

    private void pause() {
        try {
            stopped.await(BETWEEN_SESSIONS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            stop();
        }
    }
}
