package dev.keshi.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Operation;
import dev.keshi.chaos.ledger.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

    private static final Broken LOST = new Broken(Invariant.I1, "d-1 is lost");

    @Test
    void promisesWereKeptWhenEveryFaultCameAboutAndPeopleGotSomethingDone() {
        var report = report(row(3, 0, List.of(), Outcome.OK, Outcome.UNKNOWN), row(1, 0, List.of(), Outcome.OK));

        assertThat(report.passed()).isTrue();
        assertThat(report.table()).endsWith("every promise was kept%n".formatted());
        assertThat(JsonMapper.shared().readTree(report.json()).path("met").asBoolean())
                .isTrue();
    }

    @Test
    void oneBrokenPromiseIsEnough() {
        var report = report(row(3, 0, List.of(), Outcome.OK), row(3, 0, List.of(LOST), Outcome.OK));

        assertThat(report.passed()).isFalse();
        assertThat(report.table())
                .contains("red 1 of 3: I1 x1", "I1: d-1 is lost")
                .endsWith("PROMISES WERE BROKEN%n".formatted());
    }

    @Test
    void aFaultThatDidNotComeAboutProvesNothing() {
        isNoProof(
                report(row(3, 0, List.of(), Outcome.OK), row(3, 1, List.of(), Outcome.OK)),
                "F3 did not come about in 1 of 3");
    }

    @Test
    void whereNothingWasTriedNothingIsProven() {
        isNoProof(report(), "nothing was tried");
        isNoProof(report(row(0, 0, List.of(), Outcome.OK)), "F3 was not tried");
    }

    @Test
    void withoutOneCommandThatSucceededNothingIsProven() {
        isNoProof(report(row(3, 0, List.of(), Outcome.FAILED, Outcome.UNKNOWN)), "nobody got anything done while F3");
        isNoProof(report(row(3, 0, List.of(), Outcome.OK), row(3, 0, List.of())), "nobody got anything done");
    }

    @Test
    void aBrokenPromiseIsToldRatherThanWhatWasNotTried() {
        assertThat(report(row(3, 1, List.of(LOST), Outcome.OK)).table()).contains("PROMISES WERE BROKEN");
    }

    @Test
    void itSaysHowLongItTookAndHowLongItMayTake() {
        assertThat(report(Duration.ofSeconds(700)).table()).contains("seed 7, short, 700.0 s of at most 720.0 s: ");
        assertThat(report(Duration.ofSeconds(721)).table())
                .contains("seed 7, short, 721.0 s, longer than the goal of 720.0 s: ");
        assertThat(new Report("full", 7, List.of(), Duration.ofHours(3), Optional.empty()).table())
                .contains("seed 7, full, 10800.0 s: ");
        assertThat(JsonMapper.shared()
                        .readTree(report(Duration.ofSeconds(721)).json())
                        .path("goalSeconds")
                        .asInt())
                .isEqualTo(720);
    }

    private static void isNoProof(Report report, String why) {
        assertThat(report.passed()).isFalse();
        assertThat(report.table())
                .contains("NOTHING IS PROVEN: ")
                .contains(why)
                .doesNotContain("every promise was kept");
        var json = JsonMapper.shared().readTree(report.json());
        assertThat(json.path("met").asBoolean(true)).isFalse();
        assertThat(json.path("gaps").get(0).asString()).contains(why);
    }

    private static Report report(Row... rows) {
        return new Report("short", 7, List.of(rows), Duration.ofSeconds(1), Optional.of(Duration.ofMinutes(12)));
    }

    private static Report report(Duration took) {
        return new Report("short", 7, List.of(), took, Optional.of(Duration.ofMinutes(12)));
    }

    private static Row row(int rounds, int missed, List<Broken> broken, Outcome... outcomes) {
        return new Row(
                new Fault("F3", "kill -9 of the broker", _ -> List.of()),
                rounds,
                missed,
                broken.size(),
                List.of(outcomes).stream()
                        .map(outcome -> new Operation(1, Operation.Kind.OPEN, "d-1", Map.of(), outcome, ""))
                        .toList(),
                broken,
                Duration.ZERO,
                Duration.ZERO);
    }
}
