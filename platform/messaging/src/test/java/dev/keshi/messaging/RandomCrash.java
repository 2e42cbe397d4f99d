package dev.keshi.messaging;

import org.jspecify.annotations.Nullable;

/** Breaks a command off, before or after its write, for the thread that wants it. */
public final class RandomCrash implements Failpoint.Trap {

    private static final ThreadLocal<@Nullable Failpoint> NEXT = new ThreadLocal<>();

    static void arm(boolean afterTheWrite) {
        NEXT.set(afterTheWrite ? Failpoint.AFTER_COMMIT : Failpoint.BEFORE_COMMIT);
    }

    static void disarm() {
        NEXT.remove();
    }

    @Override
    public void reached(String failpoint) {
        var next = NEXT.get();
        if (next != null && next.name().equals(failpoint)) {
            NEXT.remove();
            throw new Crash();
        }
    }

    /** Whether the command was carried out, its caller does not know. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
