package dev.keshi.infrastructure.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * One process that outlives the program that started it. A small file remembers its pid and its birth, so that any later program finds
 * it again and nobody stops a stranger that got the same pid.
 */
public final class LocalProcess {

    private final Path mark;

    public LocalProcess(Path mark) {
        this.mark = mark;
    }

    /** The pid, when the process that was started last still runs. */
    public OptionalLong pid() {
        return remembered()
                .filter(process -> Birth.of(process.pid()).equals(Optional.of(process.birth())))
                .map(process -> OptionalLong.of(process.pid()))
                .orElseGet(OptionalLong::empty);
    }

    public boolean isRunning() {
        return pid().isPresent();
    }

    /**
     * Starts the command in a session of its own, so that closing the terminal does not end it.
     *
     * @param log gets what the process prints, after what is there already
     * @param born is told the pid before anything else happens
     */
    public void start(List<String> command, Map<String, String> environment, Path log, LongConsumer born) {
        try {
            var builder = new ProcessBuilder(detached(command))
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
            builder.environment().putAll(environment);
            long pid = builder.start().pid();
            born.accept(pid);
            remember(pid);
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be started: %s.".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    /** Asks the process to end, waits, and ends it by force when the patience is over. Does nothing when it does not run. */
    public void stop(Duration patience) {
        signal(ProcessHandle::destroy);
        if (!within(patience, () -> !isRunning())) {
            kill();
        }
        forget();
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        signal(ProcessHandle::destroyForcibly);
        if (!within(Duration.ofSeconds(10), () -> !isRunning())) {
            throw new LocalFailure("The process of %s does not end even when killed: look at it with ps."
                    .formatted(mark.getFileName()));
        }
        forget();
    }

    /** Looks at a condition again and again until it holds; false when it did not in time or the process has ended. */
    public boolean awaitWhileRunning(Duration patience, BooleanSupplier condition) {
        return within(patience, () -> condition.getAsBoolean() || !isRunning()) && isRunning();
    }

    private void signal(Consumer<ProcessHandle> signal) {
        pid().ifPresent(pid -> ProcessHandle.of(pid).ifPresent(signal));
    }

    private static boolean within(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for a process.", e);
        }
    }

    /** {@code setsid} keeps the pid and takes the process out of the terminal's reach; {@code nohup} is the next best. */
    static List<String> detached(List<String> command) {
        var whole = new ArrayList<String>();
        whole.add(List.of("/usr/bin/setsid", "/bin/setsid").stream()
                .filter(program -> Files.isExecutable(Path.of(program)))
                .findFirst()
                .orElse("nohup"));
        whole.addAll(command);
        return whole;
    }

    private record Remembered(long pid, Birth birth) {}

    private Optional<Remembered> remembered() {
        try {
            String[] parts = Files.readString(mark).strip().split(" ", 2);
            return parts.length == 2
                    ? Optional.of(new Remembered(Long.parseLong(parts[0]), new Birth(parts[1])))
                    : Optional.empty();
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    private void remember(long pid) throws IOException {
        Optional<Birth> birth = Birth.of(pid);
        if (birth.isPresent()) {
            Path draft = mark.resolveSibling(mark.getFileName() + ".new");
            Files.writeString(draft, pid + " " + birth.get().token());
            Files.move(draft, mark, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new LocalFailure("%s cannot be removed: %s.".formatted(mark, e.getMessage()), e);
        }
    }
}
