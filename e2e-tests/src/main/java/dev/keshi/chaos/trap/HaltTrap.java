package dev.keshi.chaos.trap;

import dev.keshi.messaging.Failpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ends the JVM at a place, as a power cut would. A file says at which and at the how manieth passing: {@code AFTER_SEND 3}; while it is not
 * there nothing happens. A third word is how the names of those threads begin whose passings count: {@code BEFORE_COMMIT 2 cycle}.
 */
public final class HaltTrap implements Failpoint.Trap {

    private static final int KILLED = 137;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private static volatile String armed = "";
    private static volatile String threads = "";
    private static final AtomicInteger passings = new AtomicInteger();

    /** The file that arms the trap is named by the property {@code keshi.failpoints}. */
    public HaltTrap() {
        String file = System.getProperty("keshi.failpoints", "");
        var watch = new Thread(() -> watch(Path.of(file)), "failpoints");
        watch.setDaemon(true);
        watch.start();
    }

    @Override
    public void reached(String failpoint) {
        if (failpoint.equals(armed)
                && Thread.currentThread().getName().startsWith(threads)
                && passings.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static void watch(Path file) {
        String before = "";
        try {
            while (true) {
                String text = Files.exists(file) ? Files.readString(file).strip() : "";
                if (!text.equals(before)) {
                    arm(text);
                    before = text;
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (IOException | InterruptedException end) {
            armed = "";
        }
    }

    private static void arm(String text) {
        armed = "";
        String[] words = text.split(" ", 3);
        if (words.length > 1) {
            threads = words.length > 2 ? words[2] : "";
            passings.set(Integer.parseInt(words[1]));
            armed = words[0];
        }
    }
}
