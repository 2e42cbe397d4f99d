package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.load.Histograms;
import dev.keshi.benchmarks.load.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/**
 * B8, the part of movement: work is completed too late, item by item, and performance-service tells that the value of its owner has moved and that of the
 * department, at three sizes a decade apart; and in a department of many.
 */
final class MovementBenchmark {

    private static final ServiceProcess.Measured SERVICE =
            new ServiceProcess.Measured("performance", "dev.keshi.performance.PerformanceServiceApplication");
    private static final String INDICATOR = "/indicators/tasks-on-time";
    private static final List<String> WHOSE = List.of("person", "department");
    private static final int TEAM = 50;

    /** Three items a day of each of 100,000 people, in eight hours, are ten a second. */
    private static final int PER_SECOND = 20;

    private static final double GOAL_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

    private final Stage stage;
    private final Plan plan;
    private final List<Integer> sizes;
    private final int crowd;
    private final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();

    MovementBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.sizes = plan.quick() ? List.of(500, 5_000) : List.of(1_000, 10_000, 100_000);
        this.crowd = plan.quick() ? 500 : 5_000;
    }

    Map<String, Object> run() throws IOException {
        var settings = stage.service("bench_movement");
        try (var service = new ServiceProcess(stage, SERVICE, settings)) {
            var companion = stage.enter(Contestants.COMPANION, settings);
            service.awaitReady(companion.ask("token").get("token").asString());
            // What moves before there are indicators moves none.
            Waiting.until("the indicators that come with the service", PATIENCE, () -> knows(service));
            var table = new Table("whose value", "people", "of a department", "n", "p50 ms", "p99 ms", "most ms");
            for (int size : sizes) {
                companion.ask("people " + size);
                companion.ask("work");
                if (size == sizes.getFirst()) {
                    companion.ask(order(false));
                }
                measure(companion, table, size, TEAM, false);
            }
            companion.ask("crowd " + crowd);
            companion.ask("work");
            measure(companion, table, sizes.getLast() + crowd, crowd, true);
            table.print();
            print();
            return result();
        }
    }

    private static boolean knows(ServiceProcess service) {
        try {
            service.get(INDICATOR);
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private void measure(Competitor companion, Table table, int people, int department, boolean ofCrowd) {
        var times = new LinkedHashMap<String, Histogram>();
        WHOSE.forEach(whose -> times.put(whose, new Histogram(LONGEST_MICROS, 3)));
        for (int round = 0; round < plan.rounds(); round++) {
            var heard = companion.ask(order(ofCrowd));
            times.forEach((whose, all) -> all.add(histogram(heard, whose)));
        }
        times.forEach((whose, all) -> {
            double most = all.getMaxValue() / 1_000.0;
            table.row(whose, people, department, all.getTotalCount(), millis(all, 50), millis(all, 99), most);
            figures.put(
                    name(whose, people, ofCrowd),
                    Map.of("p50Millis", millis(all, 50), "p99Millis", millis(all, 99), "mostMillis", most));
        });
    }

    private String order(boolean ofCrowd) {
        return "steady %d %d %d".formatted(PER_SECOND, plan.seconds(), ofCrowd ? 1 : 0);
    }

    private static Histogram histogram(JsonNode heard, String whose) {
        return Histograms.read(heard.get(whose).asString());
    }

    private static String name(String whose, int people, boolean ofCrowd) {
        return whose + (ofCrowd ? "OfTheLargeDepartment@" : "@") + people;
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1_000.0;
    }

    private double figure(String name, String what) {
        return Objects.requireNonNull(
                Objects.requireNonNull(figures.get(name), name).get(what), what);
    }

    /** How much the time grows with each decade of people. */
    private double slope(String whose, String what) {
        int few = sizes.getFirst();
        int many = sizes.getLast();
        return Samples.slope(
                figure(name(whose, few, false), what),
                figure(name(whose, many, false), what),
                Math.log10((double) many / few));
    }

    private void print() {
        for (var whose : WHOSE) {
            System.out.printf(
                    "with each decade of people the time of a %s grows %.2f times (p50), %.2f times (p99)%n",
                    whose, slope(whose, "p50Millis"), slope(whose, "p99Millis"));
        }
    }

    private Map<String, Object> result() {
        var result = new LinkedHashMap<String, Object>();
        result.put(
                "goal",
                "an indicator moves within 1 s (p99) of its event, of a person and of a department, also of one of %,d people"
                        .formatted(crowd));
        result.putAll(figures);
        WHOSE.forEach(whose -> result.put(whose + "Slope", slope(whose, "p99Millis")));
        int many = sizes.getLast();
        result.put(
                "met",
                WHOSE.stream()
                        .allMatch(whose -> figure(name(whose, many, false), "p99Millis") <= GOAL_MILLIS
                                && figure(name(whose, many + crowd, true), "p99Millis") <= GOAL_MILLIS));
        return result;
    }
}
