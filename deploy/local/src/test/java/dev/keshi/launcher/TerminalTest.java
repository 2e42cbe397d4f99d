package dev.keshi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(seen, true, StandardCharsets.UTF_8));

    @Test
    void aMissedGoalDoesNotLookLikeASuccess() {
        terminal.missed("idle", "6.0% of one core", Duration.ofSeconds(10), "idle 6.0 %, goal 5.0 %");

        assertThat(seen.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("✗ idle")
                .endsWith("10.0 s");
        assertThat(seen.toString(StandardCharsets.UTF_8)).contains("GOAL MISSED: idle 6.0 %, goal 5.0 %");
    }
}
