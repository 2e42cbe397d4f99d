package dev.keshi.benchmarks.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * When each event was seen where, by the clock of this process. One event per aggregate is timed in a phase; beyond
 * that events are only counted.
 */
public final class Sightings {

    private static final int MOST_TIMED = 65_536;

    static final AtomicLongArray ACKNOWLEDGED = new AtomicLongArray(MOST_TIMED);
    static final AtomicLongArray HANDLED = new AtomicLongArray(MOST_TIMED);

    private static final AtomicInteger ACKS = new AtomicInteger();
    private static final AtomicInteger HANDLINGS = new AtomicInteger();
    private static final AtomicLong FIRST_SENT = new AtomicLong();
    private static final AtomicLong LAST_ACK = new AtomicLong();
    private static final AtomicLong FIRST_HANDLED = new AtomicLong();
    private static final AtomicLong LAST_HANDLED = new AtomicLong();

    private Sightings() {}

    static void begin() {
        for (int i = 0; i < MOST_TIMED; i++) {
            ACKNOWLEDGED.set(i, 0);
            HANDLED.set(i, 0);
        }
        ACKS.set(0);
        HANDLINGS.set(0);
        FIRST_SENT.set(0);
        FIRST_HANDLED.set(0);
    }

    static void sent() {
        if (FIRST_SENT.get() == 0) {
            FIRST_SENT.compareAndSet(0, System.nanoTime());
        }
    }

    static void acknowledged(String key) {
        long now = System.nanoTime();
        time(ACKNOWLEDGED, key, now);
        LAST_ACK.setPlain(now);
        ACKS.incrementAndGet();
    }

    /** To be called by a handler as soon as it has the event. */
    public static void handled(String key) {
        long now = System.nanoTime();
        time(HANDLED, key, now);
        if (FIRST_HANDLED.get() == 0) {
            FIRST_HANDLED.compareAndSet(0, now);
        }
        LAST_HANDLED.setPlain(now);
        HANDLINGS.incrementAndGet();
    }

    static int acks() {
        return ACKS.get();
    }

    static int handlings() {
        return HANDLINGS.get();
    }

    static long firstSent() {
        return FIRST_SENT.get();
    }

    static long lastAck() {
        return LAST_ACK.get();
    }

    static long firstHandled() {
        return FIRST_HANDLED.get();
    }

    static long lastHandled() {
        return LAST_HANDLED.get();
    }

    private static void time(AtomicLongArray times, String key, long now) {
        int index = Keys.index(key);
        if (index >= 0 && index < MOST_TIMED) {
            times.compareAndSet(index, 0, now);
        }
    }
}
