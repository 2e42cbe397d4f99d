package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.load.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * B8, the part of rebuilds: performance-service makes its facts anew, from the archive of reporting-service, beside those in use, and compares the two. One
 * event is one fact: a figure of one person and month.
 */
final class RebuildBenchmark {

    private static final ServiceProcess.Measured SERVICE =
            new ServiceProcess.Measured("performance", "dev.keshi.performance.PerformanceServiceApplication");
    private static final ServiceProcess.Measured ARCHIVE =
            new ServiceProcess.Measured("reporting", "dev.keshi.reporting.ReportingServiceApplication");
    private static final String REBUILDS = "/operations/rebuilds";
    private static final String FACTS = "facts";
    private static final String RATE = "eventsPerSecond@";
    private static final String CPU = "cpuMicrosPerEvent@";
    private static final int FIGURES_OF_ONE = 3;
    private static final int MICROS = 1_000;
    private static final double GOAL = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Each look is a request to the service that is measured, which tells when it was done. */
    private static final long LOOK_EVERY_NANOS = 250_000_000;

    private final Stage stage;
    private final Plan plan;
    private final Samples samples = new Samples();
    private final List<Integer> sizes;

    RebuildBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
        this.sizes = plan.quick() ? List.of(500, 5_000) : List.of(1_000, 10_000, 100_000);
    }

    Map<String, Object> run() throws IOException {
        var settings = stage.service("bench_rebuild");
        try (var archive = new ServiceProcess(stage, ARCHIVE, stage.service("bench_archive"));
                var service = new ServiceProcess(stage, SERVICE, settings)) {
            var companion = stage.enter(Contestants.COMPANION, settings);
            var token = companion.ask("token").get("token").asString();
            archive.awaitReady(token);
            service.awaitReady(token);
            var table = new Table(
                    "people", "events", "s", "events/s", "CPU-us/event", "own", "mongod", "Kafka", "heap MiB");
            for (int size : sizes) {
                companion.ask("people " + size);
                companion.ask("moved");
                companion.ask("told");
                Waiting.until("everything in the archive", PATIENCE, () -> hasAll(archive) && hasAll(service));
                // The first is to warm up.
                for (int round = 0; round <= plan.rounds(); round++) {
                    rebuild(service, archive, size, round > 0);
                }
                row(table, size);
            }
            table.print();
            return result();
        }
    }

    private static boolean hasAll(ServiceProcess service) {
        try {
            return service.get("/operations/lag").body().get("records").asLong() == 0;
        } catch (IllegalStateException keyNotYetKnown) {
            return false;
        }
    }

    private void rebuild(ServiceProcess service, ServiceProcess archive, int size, boolean counts) throws IOException {
        var heap = service.heapLog();
        var before = stage.costOf(service.pid());
        var beforeOfArchive = stage.costOf(archive.pid());
        var begin = Instant.now();
        var id = service.post(REBUILDS, null, JsonMapper.shared().writeValueAsString(Map.of("subscription", FACTS)))
                .id();
        var rebuilt = await(service, id);
        var ended = Instant.parse(rebuilt.get("endedAt").asString());
        double seconds = Duration.between(begin, ended).toNanos() / 1e9;
        requireEqual(rebuilt, events(size));
        if (counts) {
            var ours = stage.costOf(service.pid()).since(before);
            var reading = stage.costOf(archive.pid()).since(beforeOfArchive);
            samples.add(RATE + size, events(size) / seconds);
            samples.add("seconds@" + size, seconds);
            samples.add(
                    CPU + size,
                    new Stage.Cost(ours.own() + reading.own(), ours.mongod(), ours.kafka())
                            .per(events(size) / (double) MICROS));
            samples.add("heapMebibytes@" + size, heap.most().orElse(Double.NaN));
        }
    }

    private static JsonNode await(ServiceProcess service, String id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var rebuild = service.get(REBUILDS + '/' + id).body();
            if (rebuild.hasNonNull("endedAt")) {
                return rebuild;
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        throw new IllegalStateException("Nothing was rebuilt in " + PATIENCE);
    }

    private static void requireEqual(JsonNode rebuilt, long events) {
        var result = rebuilt.path("result");
        if (result.path("documents").asLong() != events
                || result.path("mended").asLong() != 0
                || !result.path("archive").equals(result.path("before"))) {
            throw new IllegalStateException("Not what stood before: " + rebuilt);
        }
    }

    private static long events(int people) {
        return (long) people * FIGURES_OF_ONE;
    }

    private void row(Table table, int size) {
        table.row(
                size,
                events(size),
                samples.median("seconds@" + size),
                samples.median(RATE + size),
                samples.median(CPU + size),
                samples.median(CPU + size + ":own"),
                samples.median(CPU + size + ":mongod"),
                samples.median(CPU + size + ":kafka"),
                samples.median("heapMebibytes@" + size));
    }

    private Map<String, Object> result() {
        int few = sizes.getFirst();
        int many = sizes.getLast();
        var result = new LinkedHashMap<String, Object>();
        result.put("goal", "a read model rebuilt at >= 20,000 events a second");
        result.put(
                "slope",
                Samples.slope(
                        1 / samples.median(RATE + few),
                        1 / samples.median(RATE + many),
                        Math.log10((double) many / few)));
        result.put("met", samples.median(RATE + many) >= GOAL);
        result.put("figures", samples.all());
        return result;
    }
}
