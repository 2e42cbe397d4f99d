package dev.keshi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.platform.Checkout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeshiTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    private int run(String... typed) {
        var terminal = new Terminal(new PrintStream(seen, true, StandardCharsets.UTF_8));
        return new Keshi(new Checkout(folder), terminal).run(List.of(typed));
    }

    @Test
    void aVerbThatDoesNotExistIsNotUnderstood() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void dataIsNotThrownAwayWithoutAYes() {
        assertThat(run("reset")).isEqualTo(2);
    }

    @Test
    void whereNothingWasStartedNothingRuns() {
        assertThat(run("status")).isZero();
        assertThat(run("down")).isZero();
        assertThat(seen.toString(StandardCharsets.UTF_8)).contains("Nothing was running.");
    }

    @Test
    void aServiceThatDoesNotExistIsOneSentence() {
        assertThat(run("restart", "nobody")).isEqualTo(1);
        assertThat(run("logs", "../../etc/passwd")).isEqualTo(1);
    }

    @Test
    void whereNothingRunsNothingIsRestartedAndNoTourIsTaken() {
        assertThat(run("restart", "org-service")).isEqualTo(1);
        assertThat(run("tour")).isEqualTo(1);
        assertThat(seen.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aResetKeepsThePortBase() throws IOException {
        Path run = Files.createDirectories(folder.resolve(".keshi/run"));
        Files.writeString(run.resolve("platform.properties"), "portBase=9876\nkafka=127.0.0.1:9917\n");

        assertThat(run("reset", "--yes")).isZero();
        assertThat(run("status", "--json")).isZero();

        assertThat(seen.toString(StandardCharsets.UTF_8))
                .contains("http://127.0.0.1:9876")
                .contains("\"kafka\" : \"\"");
    }

    @Test
    void theLogOfTheDatabaseHasTwoNames() throws IOException {
        Path logs = Files.createDirectories(folder.resolve(".keshi/logs"));
        assertThat(run("logs", "mongodb")).isEqualTo(1);
        Files.writeString(logs.resolve("mongod.log"), "");
        assertThat(run("logs", "mongodb")).isZero();
        assertThat(run("logs", "mongod")).isZero();
    }
}
