package dev.keshi.gateway.limit;

import java.util.concurrent.atomic.AtomicInteger;

/** A number of places that are taken without waiting. */
public final class Places {

    private final AtomicInteger taken = new AtomicInteger();
    private final int limit;

    public Places(int limit) {
        this.limit = limit;
    }

    public boolean take() {
        if (taken.incrementAndGet() <= limit) {
            return true;
        }
        taken.decrementAndGet();
        return false;
    }

    public void giveBack() {
        taken.decrementAndGet();
    }

    public int taken() {
        return taken.get();
    }
}
