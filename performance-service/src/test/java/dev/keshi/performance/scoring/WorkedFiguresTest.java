package dev.keshi.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What events make of an indicator, in a table that a personnel officer can check. */
class WorkedFiguresTest {

    static Stream<Map<String, String>> cases() {
        return MarkdownTable.rows("/scoring/worked-figures.md").stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsWorkedByHand(Map<String, String> row) {
        var measured = new Measurement(
                "any",
                Reckoning.valueOf(row.get("reckoning")),
                new Scale(new BigDecimal(row.get("none at")), new BigDecimal(row.get("full at"))),
                events(row.get("events")),
                rest(row.get("rest")));

        assertThat(measured.figure().map(BigDecimal::toPlainString).orElse("-")).isEqualTo(row.get("figure"));
        assertThat(measured.points()
                        .map(Total::rounded)
                        .map(total -> total.value().toString())
                        .orElse("-"))
                .isEqualTo(row.get("points"));
    }

    @Test
    void aScaleWithoutWidthWouldDivideByZero() {
        assertThatExceptionOfType(ScoringProblem.ScaleWithoutWidth.class)
                .isThrownBy(() -> new Scale(new BigDecimal("80"), new BigDecimal("80.0")));
    }

    private static List<Observed> events(String cell) {
        var events = new ArrayList<Observed>();
        for (var event : cell.equals("-") ? new String[0] : cell.split(" ")) {
            var parts = event.split("/");
            events.add(new Observed(
                    "event " + events.size(),
                    new BigDecimal(parts[0]),
                    parts.length == 1 ? BigDecimal.ONE : new BigDecimal(parts[1])));
        }
        return events;
    }

    private static Measurement.Rest rest(String cell) {
        if (cell.equals("-")) {
            return Measurement.Rest.NONE;
        }
        var parts = cell.split(" ");
        return new Measurement.Rest(Long.parseLong(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]));
    }
}
