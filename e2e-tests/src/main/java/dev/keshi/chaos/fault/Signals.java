package dev.keshi.chaos.fault;

import dev.keshi.infrastructure.process.LocalFailure;
import java.io.IOException;

/** Signals that Java cannot send by itself. */
public final class Signals {

    private Signals() {}

    public static void stop(long pid) {
        send("-STOP", pid);
    }

    public static void goOn(long pid) {
        send("-CONT", pid);
    }

    private static void send(String signal, long pid) {
        try {
            int exit = new ProcessBuilder("/bin/sh", "-c", "kill %s %d".formatted(signal, pid))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new LocalFailure("The process %d takes no signal %s.".formatted(pid, signal));
            }
        } catch (IOException e) {
            throw new LocalFailure("/bin/sh cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
