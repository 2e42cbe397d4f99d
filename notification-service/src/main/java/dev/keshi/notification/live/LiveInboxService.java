package dev.keshi.notification.live;

import dev.keshi.notification.inbox.InboxChanges;
import dev.keshi.notification.inbox.InboxPositions;
import dev.keshi.notification.inbox.InboxQueries;
import dev.keshi.service.time.RealTime;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * The open streams of this replica. One thread hears of changes and rings the bells of those they are for; another
 * gives changes their places. Both also run on every other replica, and each replica serves its own readers.
 */
@Service
public class LiveInboxService implements SmartLifecycle, InboxChanges.Listener {

    private static final Logger log = LoggerFactory.getLogger(LiveInboxService.class);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    private static final Duration NOBODY_READS = Duration.ofMinutes(1);

    private final InboxQueries inbox;
    private final InboxPositions positions;
    private final InboxChanges changes;
    private final LiveProperties properties;
    private final Clock clock;
    private final Map<String, List<LiveStream>> streams = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final Bell unplaced = new Bell();
    private final Bell readers = new Bell();
    private volatile boolean running;
    private @Nullable Thread listener;
    private @Nullable Thread placer;

    LiveInboxService(
            InboxQueries inbox,
            InboxPositions positions,
            InboxChanges changes,
            LiveProperties properties,
            RealTime time,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.positions = positions;
        this.changes = changes;
        this.properties = properties;
        this.clock = time.clock();
        meters.gauge("inbox_streams_open", open);
    }

    /**
     * Takes a place among the person's streams; {@link #tell} gives it back.
     *
     * @throws LiveProblem.TooManyStreams when there is none left
     */
    public LiveStream admit(Admission admission) {
        var stream = new LiveStream(
                admission,
                (position, limit) -> inbox.changedAfter(admission.personId(), position, limit, admission.language()),
                positions.last(),
                properties.heartbeat(),
                properties.checkEvery(),
                clock);
        streams.compute(admission.personId(), (_, some) -> {
            var all = some == null ? new CopyOnWriteArrayList<LiveStream>() : some;
            if (all.size() >= properties.perPerson()) {
                // One whose reader is gone would keep its place until the next heartbeat.
                all.forEach(LiveStream::probe);
                throw new LiveProblem.TooManyStreams(properties.perPerson());
            }
            all.add(stream);
            return all;
        });
        if (open.incrementAndGet() == 1) {
            readers.ring();
        }
        if (!running) {
            stream.shutDown();
        }
        return stream;
    }

    /** Tells changes in the calling thread until the stream ends. */
    public void tell(LiveStream stream, LiveSink sink) {
        try {
            stream.run(sink);
        } catch (IOException gone) {
            log.debug("A reader is gone or too slow: {}", gone.toString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.warn("A stream breaks off; its reader comes back to where it was: {}", failure.toString());
        } finally {
            leave(stream);
        }
    }

    private void leave(LiveStream stream) {
        streams.computeIfPresent(stream.personId(), (_, all) -> {
            all.remove(stream);
            return all.isEmpty() ? null : all;
        });
        open.decrementAndGet();
    }

    /** Nobody reads here: then nobody need hear of changes, and the server need not look for them at every write. */
    @Override
    public boolean isListening() {
        return running && open.get() > 0;
    }

    @Override
    public void opened() {
        unplaced.ring();
        streams.values().forEach(some -> some.forEach(LiveStream::ring));
    }

    @Override
    public void changed() {
        unplaced.ring();
    }

    @Override
    public void placed(String recipientId) {
        streams.getOrDefault(recipientId, List.of()).forEach(LiveStream::ring);
    }

    @Override
    public void start() {
        running = true;
        listener = Thread.ofVirtual().name("inbox-changes").start(() -> repeat(this::followChanges));
        placer = Thread.ofVirtual().name("inbox-places").start(() -> repeat(this::placeChanges));
    }

    private void followChanges() {
        if (isListening()) {
            changes.follow(this);
        } else {
            await(readers, NOBODY_READS);
        }
    }

    private void placeChanges() {
        while (running) {
            if (positions.place() == 0) {
                await(unplaced, SWEEP);
            }
        }
    }

    private static void await(Bell bell, Duration atMost) {
        try {
            bell.await(atMost);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(Runnable work) {
        while (running) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                if (running) {
                    log.warn("Live inboxes pause for a second: {}", failure.toString());
                    pause();
                }
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        streams.values().forEach(some -> some.forEach(LiveStream::shutDown));
        for (var thread : new @Nullable Thread[] {listener, placer}) {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Ends its streams before the web server waits for requests to end. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE;
    }
}
