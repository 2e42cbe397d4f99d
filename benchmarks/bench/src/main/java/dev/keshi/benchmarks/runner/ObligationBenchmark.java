package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.load.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** B8, the part of obligations: notification-service tells one person after the other what there is to do, with ever more in the store. */
final class ObligationBenchmark {

    private static final ServiceProcess.Measured SERVICE =
            new ServiceProcess.Measured("notification", "dev.keshi.notification.NotificationServiceApplication");
    private static final String PAGE = "/obligations";
    private static final String COUNT = "/obligations/count";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double GOAL_MILLIS = 20;
    private static final int READERS = 200;
    private static final int LOOKED_INTO = 100;
    private static final long LONGEST_MICROS = TimeUnit.SECONDS.toMicros(30);

    private final Stage stage;
    private final Plan plan;
    private final List<Integer> sizes;
    private final Map<String, Object> figures = new LinkedHashMap<>();

    ObligationBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.sizes = plan.quick() ? List.of(10_000, 30_000) : List.of(10_000, 100_000, 1_000_000);
    }

    Map<String, Object> run() throws IOException {
        var settings = stage.service("bench_notification");
        var beside = new LinkedHashMap<>(settings);
        beside.put("BENCH_ADMINISTRATOR", stage.administrator());
        try (var service = new ServiceProcess(stage, SERVICE, settings)) {
            var companion = stage.enter(Contestants.OBLIGATIONS, beside);
            service.awaitReady(companion.ask("token").get("token").asString());
            Waiting.until("a key to check tokens with", PATIENCE, () -> answers(service));
            var table = new Table(
                    "asked", "in the store", "n", "p50 ms", "p99 ms", "most ms", "keys", "documents", "given");
            for (int size : sizes) {
                companion.ask("fill " + size);
                var readers = readers(companion);
                for (var path : List.of(PAGE, COUNT)) {
                    if (size == sizes.getFirst()) {
                        var warmUp = ask(service, readers, path);
                        System.err.printf("warm after %d requests%n", warmUp.getTotalCount());
                    }
                    measure(service, companion, readers, path, size, table);
                }
            }
            table.print();
            System.out.printf("a page takes %.2f times as long with each decade of obligations (p50)%n", slope());
            return result();
        }
    }

    private void measure(
            ServiceProcess service, Competitor companion, List<String> readers, String path, int size, Table table) {
        var times = new Histogram(LONGEST_MICROS, 3);
        for (int round = 0; round < plan.rounds(); round++) {
            times.add(ask(service, readers, path));
        }
        companion.ask("profile 1");
        readers.stream().limit(LOOKED_INTO).forEach(reader -> service.get(path, reader));
        var looked = companion.ask("profile 0");
        table.row(
                path,
                size,
                times.getTotalCount(),
                millis(times, 50),
                millis(times, 99),
                times.getMaxValue() / 1_000.0,
                looked.get("keys").asDouble(),
                looked.get("documents").asDouble(),
                looked.get("given").asDouble());
        var name = (path.equals(PAGE) ? "page@" : "count@") + size;
        var figure = new LinkedHashMap<String, Object>();
        figure.put("p50Millis", millis(times, 50));
        figure.put("p99Millis", millis(times, 99));
        looked.propertyStream().forEach(one -> figure.put(one.getKey(), one.getValue()));
        figures.put(name, figure);
    }

    /** One after the other, each its own, in turn for the time of a round. */
    private Histogram ask(ServiceProcess service, List<String> readers, String path) {
        var times = new Histogram(LONGEST_MICROS, 3);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(plan.seconds());
        for (int turn = 0; System.nanoTime() < end; turn++) {
            long begin = System.nanoTime();
            service.get(path, readers.get(turn % readers.size()));
            times.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
        }
        return times;
    }

    /** The key with which tokens are checked reaches the service as an event. */
    private static boolean answers(ServiceProcess service) {
        try {
            service.get(PAGE);
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    private static List<String> readers(Competitor companion) {
        var readers = new ArrayList<String>();
        companion
                .ask("readers " + READERS)
                .get("tokens")
                .valueStream()
                .map(JsonNode::asString)
                .forEach(readers::add);
        return readers;
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1_000.0;
    }

    private Map<String, Object> result() {
        var result = new LinkedHashMap<String, Object>();
        result.put("goal", "the obligations of one person in <= 20 ms (p99) with a million in the store");
        result.putAll(figures);
        result.put("slope", slope());
        result.put("met", page(sizes.getLast(), "p99Millis") <= GOAL_MILLIS);
        return result;
    }

    private double slope() {
        int few = sizes.getFirst();
        int many = sizes.getLast();
        return Samples.slope(page(few, "p50Millis"), page(many, "p50Millis"), Math.log10((double) many / few));
    }

    private double page(int size, String figure) {
        var ofSize = (Map<?, ?>) Objects.requireNonNull(figures.get("page@" + size));
        return (double) Objects.requireNonNull(ofSize.get(figure));
    }
}
