package dev.keshi.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TetherTest {

    @TempDir
    Path folder;

    @Test
    void whenTheTetherIsLetGoTheProcessesEndAndTheFolderIsRemoved() throws Exception {
        Path state = Files.createDirectory(folder.resolve("state"));
        Files.writeString(state.resolve("file"), "content");
        var process = new LocalProcess(folder.resolve("mark"));
        try (var tether = new Tether(state)) {
            process.start(List.of("sleep", "60"), Map.of(), folder.resolve("log"), tether);
        }

        assertThat(process.awaitWhileRunning(Duration.ofSeconds(10), () -> false))
                .isFalse();
        assertThat(process.isRunning()).isFalse();
        assertThat(state).doesNotExist();
    }

    @Test
    void whenTheJvmIsKilledTheProcessesEndAsWell() throws Exception {
        Path state = Files.createDirectory(folder.resolve("state"));
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TetheredProgram.class.getName(),
                        state.toString())
                .inheritIO()
                .start();
        var process = new LocalProcess(folder.resolve("mark"));
        assertThat(within(() -> Files.exists(folder.resolve("mark")))).isTrue();
        assertThat(process.isRunning()).isTrue();

        jvm.destroyForcibly();

        assertThat(jvm.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.awaitWhileRunning(Duration.ofSeconds(10), () -> false))
                .isFalse();
        assertThat(process.isRunning()).isFalse();
        assertThat(within(() -> !Files.exists(state))).isTrue();
    }

    private static boolean within(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        return condition.getAsBoolean();
    }

    /** Starts a tethered process next to its folder and waits to be killed. */
    static final class TetheredProgram {

        public static void main(String[] arguments) throws Exception {
            Path state = Path.of(arguments[0]);
            var process = new LocalProcess(state.resolveSibling("mark"));
            process.start(List.of("sleep", "60"), Map.of(), state.resolveSibling("log"), new Tether(state));
            Thread.sleep(Duration.ofMinutes(1));
        }
    }
}
