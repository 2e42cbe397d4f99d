package dev.keshi.messaging.consumer;

import dev.keshi.messaging.StoreReadiness;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread of this replica for each {@link EffectFollower}: woken by the doorbell, and now and then by itself. */
final class EffectFollowing implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EffectFollowing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(3);

    private final List<EffectFollower> followers;
    private final List<Semaphore> bells;
    private final StoreReadiness store;
    private final Duration every;
    private volatile @Nullable Run run;

    /** @param every how long without the bell until it is looked */
    EffectFollowing(List<EffectFollower> followers, EffectsDoorbell doorbell, StoreReadiness store, Duration every) {
        this.followers = List.copyOf(followers);
        this.bells = this.followers.stream()
                .map(follower -> doorbell.bell(follower.collection()))
                .toList();
        this.store = store;
        this.every = every;
    }

    /** From one start to the next end. */
    private record Run(CountDownLatch over, List<Thread> threads) {

        boolean isOver() {
            return over.getCount() == 0;
        }
    }

    @Override
    public void start() {
        var over = new CountDownLatch(1);
        var threads = IntStream.range(0, followers.size())
                .mapToObj(place -> Thread.ofVirtual()
                        .name("follow-" + followers.get(place).name())
                        .unstarted(() -> follow(followers.get(place), bells.get(place), over)))
                .toList();
        run = new Run(over, threads);
        threads.forEach(Thread::start);
    }

    /** Ends after what is being done. */
    @Override
    public void stop() {
        var ending = run;
        run = null;
        if (ending == null) {
            return;
        }
        ending.over().countDown();
        bells.forEach(Semaphore::release);
        try {
            for (var thread : ending.threads()) {
                thread.join(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        var current = run;
        return current != null && !current.isOver();
    }

    private void follow(EffectFollower follower, Semaphore bell, CountDownLatch over) {
        if (!store.await(() -> over.getCount() > 0)) {
            return;
        }
        try {
            while (over.getCount() > 0) {
                // Before it looks: whatever is written from now on rings again.
                bell.drainPermits();
                var next = next(follower);
                boolean ended = over.await(follower.pause().toMillis(), TimeUnit.MILLISECONDS);
                if (!ended && next.compareTo(follower.pause()) > 0) {
                    var unused = bell.tryAcquire(next.minus(follower.pause()).toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return how long after this look the next begins, unless the bell rings */
    private Duration next(EffectFollower follower) {
        try {
            return follower.look().getAsBoolean() ? every : follower.pause();
        } catch (RuntimeException later) {
            log.warn("What events left for {} is done with the next attempt", follower.name(), later);
        } catch (Error broken) {
            // Whatever else is left for it would wait for a thread that is gone.
            log.error("What events left for {} is tried again", follower.name(), broken);
        }
        return AFTER_FAILURE.compareTo(every) < 0 ? AFTER_FAILURE : every;
    }
}
