package dev.keshi.chaos;

import dev.keshi.chaos.ledger.Broken;
import dev.keshi.chaos.ledger.Invariant;
import dev.keshi.chaos.ledger.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table at the end of a run, for people and for programs.
 *
 * @param goal how long such a run may take on a machine that does nothing else
 */
public record Report(String scale, long seed, List<Row> rows, Duration took, Optional<Duration> goal) {

    private static final String LINE = "%-4s %-34s %6s %7s %7s %8s %9s %8s  %s%n";

    public Report {
        rows = List.copyOf(rows);
    }

    /** Whether it shows that every promise was kept: none was found broken, and everything that was to be tried was tried. */
    public boolean passed() {
        return kept() && gaps().isEmpty();
    }

    private boolean kept() {
        return rows.stream().allMatch(Row::kept);
    }

    /** Where nothing was tried, nothing can be broken. */
    private List<String> gaps() {
        return rows.isEmpty()
                ? List.of("nothing was tried")
                : rows.stream().flatMap(row -> row.gap().stream()).toList();
    }

    private String verdict() {
        if (!kept()) {
            return "PROMISES WERE BROKEN";
        }
        return passed() ? "every promise was kept" : "NOTHING IS PROVEN: " + String.join(", ", gaps());
    }

    private String pace() {
        return seconds(took)
                + goal.map(most -> "%s %s"
                                .formatted(
                                        took.compareTo(most) > 0 ? ", longer than the goal of" : " of at most",
                                        seconds(most)))
                        .orElse("");
    }

    /** A line for each fault, and under it each promise that it broke, with an example. */
    public String table() {
        var text = new StringBuilder(LINE.formatted(
                "", "fault", "rounds", "ok", "failed", "unknown", "settled", "took", "invariants broken"));
        for (Row row : rows) {
            text.append(LINE.formatted(
                    row.fault().id(),
                    row.fault().title(),
                    row.missed() == 0 ? "" + row.rounds() : row.rounds() + "-" + row.missed(),
                    row.count(Outcome.OK),
                    row.count(Outcome.FAILED),
                    row.count(Outcome.UNKNOWN),
                    seconds(row.settled()),
                    seconds(row.took()),
                    row.kept() ? "none" : "red %d of %d: %s".formatted(row.red(), row.rounds(), invariants(row))));
            examples(row)
                    .forEach(example -> text.append("       ").append(example).append(System.lineSeparator()));
        }
        return text.append("seed %d, %s, %s: %s%n".formatted(seed, scale, pace(), verdict()))
                .toString();
    }

    /** One line. */
    public String json() {
        var mapper = JsonMapper.shared();
        var report = mapper.createObjectNode()
                .put("id", "chaos")
                .put("scale", scale)
                .put("seed", seed)
                .put("seconds", took.toMillis() / 1e3)
                .put("met", passed());
        goal.ifPresent(most -> report.put("goalSeconds", most.toSeconds()));
        var gaps = report.putArray("gaps");
        gaps().forEach(gaps::add);
        var faults = report.putArray("faults");
        for (Row row : rows) {
            var fault = faults.addObject()
                    .put("fault", row.fault().id())
                    .put("title", row.fault().title())
                    .put("rounds", row.rounds())
                    .put("missed", row.missed())
                    .put("red", row.red())
                    .put("ok", row.count(Outcome.OK))
                    .put("failed", row.count(Outcome.FAILED))
                    .put("unknown", row.count(Outcome.UNKNOWN))
                    .put("settleSeconds", row.settled().toMillis() / 1e3)
                    .put("seconds", row.took().toMillis() / 1e3);
            // So that it can be seen whether people did what is to be checked.
            var kinds = fault.putObject("kinds");
            row.operations().stream()
                    .collect(Collectors.groupingBy(
                            operation -> "%s %s".formatted(operation.kind(), operation.outcome()),
                            java.util.TreeMap::new,
                            Collectors.counting()))
                    .forEach(kinds::put);
            var broken = fault.putArray("broken");
            row.broken()
                    .forEach(one -> broken.addObject()
                            .put("invariant", one.invariant().name())
                            .put("example", one.example()));
        }
        return mapper.writeValueAsString(report);
    }

    private static String invariants(Row row) {
        return row.broken().stream()
                .collect(Collectors.groupingBy(Broken::invariant, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " x" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static List<String> examples(Row row) {
        return row.broken().stream()
                .collect(Collectors.toMap(
                        Broken::invariant,
                        Broken::example,
                        (first, _) -> first,
                        java.util.TreeMap<Invariant, String>::new))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
    }
}
