package dev.keshi.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.StoreReadiness;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One thread of this replica that fills gaps and carries rebuilds out: at once when woken, else within seconds. */
final class Recovery implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final Supplier<MongoDatabase> mongo;
    private final StoreReadiness store;
    private final Subscriptions subscriptions;
    private final ParkedKeys parkedKeys;
    private final Rebuilds rebuilds;
    private final ReplayRequests requests;
    private final TopicOffsets offsets;
    private final ConsumerMetrics metrics;
    private final ConsumerSettings settings;
    private final Ids ids;
    private final Clock clock;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread thread;

    Recovery(
            Supplier<MongoDatabase> mongo,
            StoreReadiness store,
            Subscriptions subscriptions,
            ParkedKeys parkedKeys,
            Rebuilds rebuilds,
            ReplayRequests requests,
            TopicOffsets offsets,
            ConsumerMetrics metrics,
            ConsumerSettings settings,
            Ids ids,
            Clock clock) {
        this.mongo = mongo;
        this.store = store;
        this.subscriptions = subscriptions;
        this.parkedKeys = parkedKeys;
        this.rebuilds = rebuilds;
        this.requests = requests;
        this.offsets = offsets;
        this.metrics = metrics;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (subscriptions.all().stream().anyMatch(Subscription::reads)) {
            rebuilds.whenStarted(bell::release);
            var working = Thread.ofVirtual().name("recovery").unstarted(this::work);
            thread = working;
            working.start();
        }
    }

    /** What the consumer hands the events of the archive to. */
    ReplayReceiver receiver(EventReader reader) {
        var deadLetters = new DeadLetters(mongo.get(), metrics, clock);
        var dispatcher = new EventDispatcher(mongo.get(), subscriptions, reader, deadLetters, metrics);
        return new ReplayReceiver(dispatcher, subscriptions, starts(), rebuilds, bell::release);
    }

    SubscriptionStarts starts() {
        return new SubscriptionStarts(mongo.get(), subscriptions, requests, offsets, ids, clock);
    }

    private void work() {
        if (!store.await(() -> thread != null)) {
            return;
        }
        var deadLetters = new DeadLetters(mongo.get(), metrics, clock);
        var starts = starts();
        var gaps = new GapFiller(deadLetters, parkedKeys, subscriptions, starts, requests, ids);
        var rebuild = new RebuildRun(mongo.get(), rebuilds, subscriptions, requests, clock);
        while (thread != null) {
            boolean more = false;
            try {
                deadLetters.count();
                more = settings.fillGaps() && gaps.round();
                starts.rebuild(rebuilds);
                more |= rebuild.round();
            } catch (RuntimeException later) {
                log.warn("Gaps and rebuilds wait: {}", later.toString());
            } catch (Error broken) {
                // Without this thread no gap would be filled and no read model made anew.
                log.error("Gaps and rebuilds are tried again", broken);
            }
            if (!more) {
                pause();
            }
        }
    }

    private void pause() {
        try {
            if (bell.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            thread = null;
        }
    }

    @Override
    public void stop() {
        var working = thread;
        thread = null;
        if (working != null) {
            working.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
