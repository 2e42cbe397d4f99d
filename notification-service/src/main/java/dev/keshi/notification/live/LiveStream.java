package dev.keshi.notification.live;

import dev.keshi.notification.inbox.InboxNews;
import dev.keshi.notification.live.LiveSink.Ending;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One reader's stream. Its thread is the request's; it holds no connection and nothing of what it has told. */
public final class LiveStream {

    private static final int BATCH = 50;
    private static final int PROBES = 3;
    private static final Duration PROBE_EVERY = Duration.ofMillis(200);

    private final Admission admission;
    private final NewsSource source;
    private final long lastPlace;
    private final Duration heartbeat;
    private final Duration checkEvery;
    private final Clock clock;
    private final Bell bell = new Bell();
    private final AtomicInteger probes = new AtomicInteger();
    private volatile boolean shuttingDown;

    /** Reads changes behind a place. */
    @FunctionalInterface
    interface NewsSource {
        List<InboxNews> after(long position, int limit);
    }

    LiveStream(
            Admission admission,
            NewsSource source,
            long lastPlace,
            Duration heartbeat,
            Duration checkEvery,
            Clock clock) {
        this.admission = admission;
        this.source = source;
        this.lastPlace = lastPlace;
        this.heartbeat = heartbeat;
        this.checkEvery = checkEvery;
        this.clock = clock;
    }

    String personId() {
        return admission.personId();
    }

    void ring() {
        bell.ring();
    }

    /** Finds out whether somebody still reads: to a connection that is gone, the second write fails. */
    void probe() {
        probes.set(PROBES);
        bell.ring();
    }

    void shutDown() {
        shuttingDown = true;
        bell.ring();
    }

    /**
     * Tells changes until the token ends, rights end, the service stops or the reader is gone.
     *
     * @throws IOException when the reader is gone or too slow
     */
    void run(LiveSink sink) throws IOException, InterruptedException {
        // A place that was never given out is from another life of the store.
        boolean resumed = admission.lastSeen().orElse(Long.MAX_VALUE) <= lastPlace;
        long at = resumed ? admission.lastSeen().orElse(lastPlace) : lastPlace;
        sink.ready(at, resumed);
        boolean look = true;
        long spoken = System.nanoTime();
        while (true) {
            var ending = ending();
            if (ending.isPresent()) {
                sink.closing(ending.get());
                return;
            }
            if (look) {
                var news = source.after(at, BATCH);
                for (var change : news) {
                    sink.news(change);
                    at = change.position();
                }
                spoken = news.isEmpty() ? spoken : System.nanoTime();
                look = news.size() == BATCH;
            }
            if (!look) {
                look = bell.await(probes.get() > 0 ? PROBE_EVERY : shortest(checkEvery, heartbeat));
            }
            boolean probed = probes.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
            if (probed || System.nanoTime() - spoken >= heartbeat.toNanos()) {
                sink.heartbeat();
                spoken = System.nanoTime();
                // Should a bell ever have been missed, this is how late its news can be.
                look = true;
            }
        }
    }

    private Optional<Ending> ending() {
        if (shuttingDown) {
            return Optional.of(Ending.SHUTDOWN);
        }
        if (!clock.instant().isBefore(admission.until())) {
            return Optional.of(Ending.TOKEN_EXPIRED);
        }
        return admission.permitted().getAsBoolean() ? Optional.empty() : Optional.of(Ending.RIGHTS_REVOKED);
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
