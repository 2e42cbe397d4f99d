package dev.keshi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.launcher.tour.Goal;
import dev.keshi.launcher.tour.Step;
import dev.keshi.launcher.tour.Tour;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(new PrintStream(seen, true, StandardCharsets.UTF_8));

    @Test
    void aMissedGoalIsNoFailureAndIsSeen() {
        terminal.missed(
                "idle",
                "6.0% of one core",
                Duration.ofSeconds(10),
                List.of(new Goal("idle", 6, 5, "%"), new Goal("gateway", 312, 300, "MB")));

        assertThat(seen.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        step -> assertThat(step).startsWith("✓ idle").endsWith("10.0 s"),
                        goal -> assertThat(goal).matches("! +goal missed: idle 6.0 %, goal 5.0 %"),
                        goal -> assertThat(goal).matches("! +goal missed: gateway 312 MB, goal 300 MB"));
        assertThat(seen.toString(StandardCharsets.UTF_8)).doesNotContain("✗");
    }

    @Test
    void aFailureLooksLikeOne() {
        terminal.failed("archive", "the archive has nothing");

        assertThat(seen.toString(StandardCharsets.UTF_8))
                .startsWith("✗ archive")
                .doesNotContain("✓");
    }

    @Test
    void theTourEndsWithASentenceThatTellsAMissedGoalFromAFailure() {
        var met = new Goal("import", 1.5, 2, "s");
        var missed = new Goal("import", 2.5, 2, "s");

        assertThat(TourVerb.ending(List.of(step(true, met)), List.of()))
                .isEqualTo("Every step succeeded, and every goal was met.");
        assertThat(TourVerb.ending(List.of(step(true, met), step(true, missed)), List.of()))
                .isEqualTo(
                        "Every step succeeded. 1 of 2 goals (!) were missed: it works, slower or larger here than aimed at (docs/progress.md).");
        assertThat(TourVerb.ending(List.of(step(true, met), step(true, missed)), List.of(missed)))
                .startsWith("Every step succeeded. 2 of 3 goals (!) were missed");
        assertThat(TourVerb.ending(List.of(step(true, missed), step(false, met)), List.of()))
                .isEqualTo("The tour did not succeed (✗).");
        assertThat(Tour.succeeded(List.of(step(true, missed)))).isTrue();
    }

    @Test
    void aServiceThatAnsweredOtherwiseIsNamedWhereItsLogTellsMore() {
        var failed = new Step(
                "approval", false, "POST /api/risk/v1/risks answered 500: {}", Duration.ZERO, Map.of(), List.of());

        assertThat(TourVerb.ending(List.of(failed), List.of()))
                .isEqualTo("The tour did not succeed (✗): ./keshi logs risk-service tells more.");
    }

    private static Step step(boolean passed, Goal goal) {
        return new Step("import", passed, "", Duration.ofSeconds(1), Map.of(), List.of(goal));
    }
}
