package dev.keshi.events.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a session with Kafka going: one that breaks is followed by another. Only an error of the virtual machine ends it unasked. */
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
        try {
            while (!isStopping()) {
                session();
            }
        } catch (Throwable end) {
            log.error("{}: the subscription has ended, until somebody starts it again", name(), end);
            throw end;
        } finally {
            tally.ended();
        }
    }

    private void session() {
        try (var session = new EventSession<>(subscription, settings, topic, tally, this::isStopping)) {
            while (!isStopping()) {
                session.round();
            }
        } catch (Throwable broken) {
            EventDelivery.throwIfOfTheVirtualMachine(broken);
            if (!isStopping()) {
                log.warn("{}: the session with Kafka broke and is begun again", name(), broken);
            }
            tally.waiting(true);
            pause();
        }
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    private void pause() {
        try {
            stopped.await(BETWEEN_SESSIONS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException whoStopsItSaysSo) {
            log.info("{}: interrupted between two sessions", name());
        }
    }
}
