package dev.keshi.infrastructure.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Binds processes and a folder to the life of this JVM. A small shell reads pids from a pipe that only this JVM holds; when the JVM ends,
 * in whatever way, the pipe closes, and the shell kills the processes and removes the folder. A shutdown hook could not do
 * that after {@code kill -9}.
 */
public final class Tether implements LongConsumer, AutoCloseable {

    private static final String SCRIPT =
            "while read -r pid; do pids=\"$pids $pid\"; done; [ -n \"$pids\" ] && kill -9 $pids; rm -rf -- \"$1\"";

    private final OutputStream pipe;
    private final Process shell;

    /** @param folder is removed at the end */
    public Tether(Path folder) {
        var script = List.of(
                "/bin/sh", "-c", SCRIPT, "keshi-tether", folder.toAbsolutePath().toString());
        try {
            shell = new ProcessBuilder(LocalProcess.detached(script))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            pipe = shell.getOutputStream();
        } catch (IOException e) {
            throw new LocalFailure("/bin/sh cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public void accept(long pid) {
        try {
            pipe.write((pid + "\n").getBytes(StandardCharsets.US_ASCII));
            pipe.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the processes and removes the folder now. */
    @Override
    public void close() {
        try {
            pipe.close();
            shell.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
