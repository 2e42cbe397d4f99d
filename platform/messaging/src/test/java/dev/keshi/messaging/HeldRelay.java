package dev.keshi.messaging;

import java.util.concurrent.locks.LockSupport;

/** From a moment on the relay of this process sends nothing any more, and keeps its lanes: what is committed then stays with it. */
public final class HeldRelay implements Failpoint.Trap {

    private static volatile boolean held;

    static void hold() {
        held = true;
    }

    @Override
    public void reached(String failpoint) {
        while (held && failpoint.equals(Failpoint.BEFORE_SEND.name())) {
            LockSupport.park();
        }
    }
}
