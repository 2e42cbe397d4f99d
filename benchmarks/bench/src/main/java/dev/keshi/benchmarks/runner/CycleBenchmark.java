package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.runner.CycleStage.Work;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * B8, the part of cycles: performance-service opens a cycle for everybody and scores it, at three sizes a decade apart, against a bulk
 * write of the documents that came of it; and once more, killed in the middle of both.
 */
final class CycleBenchmark {

    private static final String CPU = "cpuMillisPerPerson";
    private static final String SECONDS = "seconds";
    private static final double GOAL = 3;

    /** MiB: with so much at each size its memory is constant, whatever a larger heap would be filled with. */
    static final int MOST_HEAP = 128;

    static final ServiceProcess.Measured SERVICE =
            new ServiceProcess.Measured("performance", "dev.keshi.performance.PerformanceServiceApplication");

    /** Of two steps, what we take and what the rival takes. */
    private static final List<String> STEPS = List.of("open", "score");

    private final Stage stage;
    private final Plan plan;
    private final Samples own = new Samples();
    private final Samples rival = new Samples();
    private final List<Integer> sizes;
    private int last;

    CycleBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.sizes = plan.quick() ? List.of(500, 5_000) : List.of(1_000, 10_000, 100_000);
    }

    Map<String, Object> run() throws IOException {
        var settings = stage.service("bench_performance");
        try (var service = new ServiceProcess(stage, SERVICE, settings)) {
            var companion = stage.enter(Contestants.COMPANION, settings);
            service.awaitReady(companion.ask("token").get("token").asString());
            var cycles = new CycleStage(stage, service);
            cycles.releaseTemplate();
            for (int size : sizes) {
                companion.ask("people " + size);
                // The largest is warm from the ones before.
                for (int round = size == sizes.getLast() ? 1 : 0; round <= plan.rounds(); round++) {
                    measure(cycles, companion, size, round > 0);
                }
            }
            print();
            return result(new KilledCycle(service, cycles, companion, sizes.getLast()).comparedWith(last));
        }
    }

    private void measure(CycleStage cycles, Competitor companion, int size, boolean counts) throws IOException {
        var ours = counts ? own : new Samples();
        var theirs = counts ? rival : new Samples();
        int cycle = cycles.planWithPeers();
        last = cycle;
        var before = cycles.cost();
        long begin = System.nanoTime();
        take(ours, "open", size, cycles.open(cycle));
        companion.ask("told " + cycle);
        ours.add("told" + SECONDS + "@" + size, (System.nanoTime() - begin) / 1e9);
        ours.add("open" + CPU + "@" + size, cycles.cost().since(before).per(size));
        takeRival(theirs, "open", size, companion, "opened " + cycle);
        companion.ask("give-with-peers " + cycle);
        before = cycles.cost();
        take(ours, "score", size, cycles.score(cycle));
        ours.add("score" + CPU + "@" + size, cycles.cost().since(before).per(size));
        takeRival(theirs, "score", size, companion, "scored " + cycle);
    }

    private static void take(Samples samples, String step, int size, Work work) {
        samples.add(step + SECONDS + "@" + size, work.seconds());
        samples.add(step + "Progress@" + size, work.steps());
        samples.add(step + "ResidentMebibytes@" + size, work.resident());
        if (!Double.isNaN(work.heap())) {
            samples.add(step + "HeapMebibytes@" + size, work.heap());
        }
    }

    /** Reading back what is to be written is no part of the time, but of the process' CPU, which is not compared. */
    private void takeRival(Samples samples, String step, int size, Competitor companion, String order) {
        double before = stage.mongod();
        samples.add(
                step + SECONDS + "@" + size, companion.ask(order).get("seconds").asDouble());
        samples.add(step + "MongodMillisPerPerson@" + size, (stage.mongod() - before) / size);
    }

    private double seconds(Samples samples, int size) {
        return STEPS.stream()
                .mapToDouble(step -> samples.median(step + SECONDS + "@" + size))
                .sum();
    }

    private double ratio(int size) {
        return seconds(own, size) / seconds(rival, size);
    }

    private void print() {
        var table = new Table(
                "cycle",
                "people",
                "s",
                "people/s",
                "bulk write s",
                "ratio",
                "CPU-ms/person",
                "own",
                "mongod",
                "kafka",
                "heap MiB",
                "resident MiB",
                "progress");
        for (int size : sizes) {
            for (var step : STEPS) {
                double seconds = own.median(step + SECONDS + "@" + size);
                double bulk = rival.median(step + SECONDS + "@" + size);
                var cpu = step + CPU + "@" + size;
                table.row(
                        step,
                        size,
                        seconds,
                        size / seconds,
                        bulk,
                        seconds / bulk,
                        own.median(cpu),
                        own.median(cpu + ":own"),
                        own.median(cpu + ":mongod"),
                        own.median(cpu + ":kafka"),
                        own.median(step + "HeapMebibytes@" + size),
                        own.median(step + "ResidentMebibytes@" + size),
                        own.median(step + "Progress@" + size));
            }
            table.row(
                    "both",
                    size,
                    seconds(own, size),
                    "",
                    seconds(rival, size),
                    ratio(size),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    "");
        }
        table.print();
        System.out.printf("the cost of one person grows %.2f times with each decade of people%n", slope());
    }

    private double slope() {
        int few = sizes.getFirst();
        int many = sizes.getLast();
        return Samples.slope(seconds(own, few) / few, seconds(own, many) / many, Math.log10((double) many / few));
    }

    private Map<String, Object> result(Map<String, Object> killed) {
        var result = new LinkedHashMap<String, Object>();
        int largest = sizes.getLast();
        result.put("id", "B8");
        result.put("quick", plan.quick());
        result.put(
                "goal",
                "<= 3x of a bulk write of the same documents, with 128 MiB of heap at each size, the same after kill -9");
        result.put("ratio", ratio(largest));
        for (int size : sizes) {
            result.put("ratio@" + size, ratio(size));
        }
        result.put("slope", slope());
        result.put("killed", killed);
        result.put("heapMebibytes", stage.heap());
        result.put(
                "met", ratio(largest) <= GOAL && stage.heap() <= MOST_HEAP && Boolean.TRUE.equals(killed.get("equal")));
        result.put("contenders", Map.of("performance-service", own.all(), "bulk write", rival.all()));
        return result;
    }
}
