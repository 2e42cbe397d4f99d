package dev.keshi.infrastructure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessTest {

    @TempDir
    Path folder;

    private final List<Long> born = new ArrayList<>();

    @AfterEach
    void nothingIsLeft() {
        born.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void isFoundAgainByALaterProgram() {
        start("sleep 60");

        assertThat(new LocalProcess(mark()).pid()).hasValue(born.getFirst());
    }

    @Test
    void aStoppedProcessIsGoneAndStoppingAgainDoesNothing() {
        LocalProcess process = start("sleep 60");

        process.stop(Duration.ofSeconds(5));
        process.stop(Duration.ofSeconds(5));

        assertThat(process.isRunning()).isFalse();
        assertThat(mark()).doesNotExist();
    }

    @Test
    void aProcessThatIgnoresTheRequestToEndIsKilled() {
        Path ready = folder.resolve("ready");
        LocalProcess process = start("trap '' TERM; touch " + ready + "; while :; do sleep 0.05; done");
        assertThat(process.awaitWhileRunning(Duration.ofSeconds(5), () -> Files.exists(ready)))
                .isTrue();

        process.stop(Duration.ofMillis(200));

        assertThat(process.isRunning()).isFalse();
    }

    @Test
    void aStrangerWithARecycledPidIsNeitherTakenForOursNorStopped() throws Exception {
        LocalProcess process = start("sleep 60");
        Files.writeString(mark(), born.getFirst() + " " + "12345@another-birth");

        assertThat(process.isRunning()).isFalse();
        process.stop(Duration.ofSeconds(1));

        assertThat(ProcessHandle.of(born.getFirst()).map(ProcessHandle::isAlive))
                .hasValue(true);
    }

    @Test
    void anUnreadableMarkMeansThatNothingRuns() throws Exception {
        Files.writeString(mark(), "not a pid");

        assertThat(new LocalProcess(mark()).isRunning()).isFalse();
    }

    @Test
    void waitingEndsWhenTheProcessEnds() {
        LocalProcess process = start("exit 3");

        assertThat(process.awaitWhileRunning(Duration.ofSeconds(30), () -> false))
                .isFalse();
    }

    @Test
    void whatTheProcessPrintsIsAppendedToItsLog() throws Exception {
        Files.writeString(folder.resolve("log"), "before\n");

        LocalProcess process = start("echo out; echo err >&2");
        process.awaitWhileRunning(Duration.ofSeconds(5), () -> false);

        assertThat(folder.resolve("log")).hasContent("before\nout\nerr\n");
    }

    private LocalProcess start(String script) {
        var process = new LocalProcess(mark());
        process.start(List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("log"), born::add);
        return process;
    }

    private Path mark() {
        return folder.resolve("process");
    }
}
