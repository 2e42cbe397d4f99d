package dev.keshi.performance.scoring;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table that a personnel officer can check. */
class WorkedTotalsTest {

    private static final String TABLE = "/scoring/worked-totals.md";
    private static final Period QUARTER = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

    record Case(String number, List<Map<String, String>> rows) {
        @Override
        public String toString() {
            return number + ": " + rows.getLast().get("working");
        }
    }

    static Stream<Case> cases() {
        return MarkdownTable.rows(TABLE).stream()
                .collect(groupingBy(row -> row.get("case"), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(one -> new Case(one.getKey(), one.getValue()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesOutAsWorkedByHand(Case worked) {
        var last = worked.rows().getLast();
        var explained = new Scoring(rules(last), QUARTER).explain(stays(worked.rows()));

        var total = explained.total();

        assertThat(total.map(one -> one.value().toString()).orElse("-")).isEqualTo(last.get("total"));
        assertThat(total.map(Thresholds.USUAL.cutoffs()::gradeOf)
                        .map(Enum::name)
                        .orElse("-"))
                .isEqualTo(last.get("grade"));
    }

    @Test
    void thereAreEnoughOfThem() {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static ScoringRules rules(Map<String, String> row) {
        var raters = Arrays.stream(row.get("raters").split("\\+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new ScoringRules(
                new RaterWeights(raters[0], raters[1], raters[2]),
                Integer.parseInt(row.get("min")),
                row.get("rule").equals("P") ? MoverRule.PRO_RATA : MoverRule.POSITION_AT_END,
                Integer.parseInt(row.get("short")));
    }

    private static List<Stay> stays(List<Map<String, String>> rows) {
        var stays = new ArrayList<Stay>();
        var from = QUARTER.first();
        for (var row : rows) {
            var days = new Period(from, from.plusDays(Long.parseLong(row.get("days")) - 1));
            stays.add(stay("stay " + (stays.size() + 1), days, row));
            from = days.last().plusDays(1);
        }
        return stays;
    }

    private static Stay stay(String subject, Period days, Map<String, String> row) {
        var measured = measured(row.get("events"));
        var weights = row.get("weights").split(" ");
        var indicators = IntStream.range(0, weights.length)
                .mapToObj(i -> new WeightedIndicator(
                        "i" + (i + 1),
                        weights[i].startsWith("(") ? IndicatorFamily.ABILITY : IndicatorFamily.RESULT,
                        Integer.parseInt(weights[i].replaceAll("[()]", "")),
                        row.get("events").startsWith((i + 1) + "=") ? IndicatorSource.EVENTS : IndicatorSource.RATING))
                .toList();
        var sheets = new ArrayList<RatingSheet>();
        sheets.addAll(sheets(RaterKind.SELF, row.get("self")));
        sheets.addAll(sheets(RaterKind.SUPERIOR, row.get("superior")));
        sheets.addAll(sheets(RaterKind.PEER, row.get("peers")));
        var judged = new Indicators(indicators).judging(Set.of(IndicatorFamily.RESULT));
        return new Stay(subject, days, judged, sheets, measured);
    }

    private static List<RatingSheet> sheets(RaterKind kind, String cell) {
        if (cell.equals("-")) {
            return List.of();
        }
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .map(sheet -> sheet(kind, sheet.split(" ")))
                .toList();
    }

    private static RatingSheet sheet(RaterKind kind, String[] points) {
        var given = new LinkedHashMap<String, Points>();
        for (int i = 0; i < points.length; i++) {
            if (!points[i].equals("x")) {
                given.put("i" + (i + 1), Points.of(points[i]));
            }
        }
        return new RatingSheet(kind, kind.name(), given);
    }

    private static List<Measurement> measured(String cell) {
        if (cell.equals("-") || cell.endsWith("=")) {
            return List.of();
        }
        var parts = cell.split("=");
        var points = parts[1].split(",");
        var events = IntStream.range(0, points.length)
                .mapToObj(i -> new Observed("event " + i, new BigDecimal(points[i]), BigDecimal.ONE))
                .toList();
        return List.of(new Measurement("i" + parts[0], Reckoning.MEAN, Scale.PERCENT, events, Measurement.Rest.NONE));
    }
}
