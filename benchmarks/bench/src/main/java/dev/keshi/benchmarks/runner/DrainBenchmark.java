package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** B4: how fast a backlog leaves, at three sizes a decade apart, against the rivals and against what Kafka itself takes. */
final class DrainBenchmark {

    private static final String DRAINED = "drainedPerSecond";
    private static final String ACKED = "ackedPerSecond";
    private static final String CPU = "cpuMillisPerEvent";
    private static final int RECORD_BYTES = 400;

    private final Stage stage;
    private final Plan plan;
    private final Map<Competitor, Samples> scores = new LinkedHashMap<>();
    private final Samples limit = new Samples();

    DrainBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
    }

    Map<String, Object> run() throws IOException {
        var settings = Map.of("BENCH_AGGREGATES", "1000", "BENCH_HANDLER", "false");
        Contestants.PUBLISHERS.stream()
                .filter(contestant -> plan.wants(contestant.name()))
                .forEach(contestant -> scores.put(stage.enter(contestant, settings), new Samples()));
        for (var competitor : scores.keySet()) {
            competitor.ask("prepare");
            competitor.ask("fill " + (isModulith(competitor) ? 2_000 : 50_000) + " 1");
            competitor.ask("drain");
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (var entry : scores.entrySet()) {
                for (int size : sizes(entry.getKey(), round)) {
                    measure(entry.getKey(), entry.getValue(), size);
                }
            }
            limit.add(
                    "recordsPerSecond", ProducerLimit.measure(stage, plan.quick() ? 300_000 : 1_000_000, RECORD_BYTES));
        }
        print();
        return result();
    }

    /** The largest backlog is drained once, by us, whose promise it is; the rivals drain what they can within the time. */
    private List<Integer> sizes(Competitor competitor, int round) {
        if (isModulith(competitor)) {
            return plan.quick() ? List.of(1_000) : List.of(1_000, 10_000);
        }
        var sizes = new ArrayList<>(List.of(10_000));
        sizes.add(plan.quick() ? 50_000 : 100_000);
        if (!plan.quick() && round == 0 && competitor.name().equals(Contestants.KESHI.name())) {
            sizes.add(1_000_000);
        }
        return sizes;
    }

    private static boolean isModulith(Competitor competitor) {
        return competitor.name().equals(Contestants.MODULITH.name());
    }

    private void measure(Competitor competitor, Samples samples, int size) {
        competitor.ask("fill " + size + " 1");
        var before = stage.costOf(competitor);
        var answer = competitor.ask("drain");
        samples.add(CPU + "@" + size, stage.costOf(competitor).since(before).per(size));
        samples.add(DRAINED + "@" + size, answer.get(DRAINED).asDouble());
        samples.add(ACKED + "@" + size, answer.get(ACKED).asDouble());
    }

    private static List<Integer> measured(Samples samples) {
        return List.of(1_000, 10_000, 50_000, 100_000, 1_000_000).stream()
                .filter(size -> !samples.of(DRAINED + "@" + size).isEmpty())
                .toList();
    }

    private void print() {
        var table = new Table("drain", "pending", "acked/s", "drained/s", "CPU-ms/event", "own", "mongod", "kafka");
        scores.forEach((competitor, samples) -> measured(samples)
                .forEach(size -> table.row(
                        competitor.name(),
                        size,
                        samples.median(ACKED + "@" + size),
                        samples.median(DRAINED + "@" + size),
                        samples.median(CPU + "@" + size),
                        samples.median(CPU + "@" + size + ":own"),
                        samples.median(CPU + "@" + size + ":mongod"),
                        samples.median(CPU + "@" + size + ":kafka"))));
        table.row("kafka alone", "", limit.median("recordsPerSecond"), "", "", "", "", "");
        table.print();
        scores.forEach((competitor, samples) -> System.out.printf(
                "%s: the cost of one event grows %.2f times with each decade of events%n",
                competitor.name(), slope(samples)));
    }

    private static double slope(Samples samples) {
        var sizes = measured(samples);
        int few = sizes.getFirst();
        int many = sizes.getLast();
        return Samples.slope(
                1 / samples.median(DRAINED + "@" + few),
                1 / samples.median(DRAINED + "@" + many),
                Math.log10((double) many / few));
    }

    private Map<String, Object> result() {
        var result = new LinkedHashMap<String, Object>();
        result.put("id", "B4");
        result.put("quick", plan.quick());
        result.put("goal", ">= 5x the best rival, >= 0.12 of the limit, flat from 10k to 1M within 20 %");
        scores.forEach((competitor, samples) -> {
            if (competitor.name().equals(Contestants.KESHI.name())) {
                judge(result, samples);
            }
        });
        var contenders = new LinkedHashMap<String, Object>();
        scores.forEach((competitor, samples) -> contenders.put(competitor.name(), samples.all()));
        result.put("contenders", contenders);
        result.put("kafkaAloneRecordsPerSecond", limit.of("recordsPerSecond"));
        return result;
    }

    private void judge(Map<String, Object> result, Samples own) {
        double few = own.median(DRAINED + "@10000");
        double many = own.median(DRAINED + "@" + measured(own).getLast());
        double best = scores.values().stream()
                .filter(samples -> samples != own)
                .mapToDouble(samples -> samples.median(DRAINED + "@10000"))
                .filter(figure -> !Double.isNaN(figure))
                .max()
                .orElse(Double.NaN);
        double toRival = few / best;
        double toLimit = many / limit.median("recordsPerSecond");
        double flatness = many / few;
        result.put("drainToBestRivalAt10000", Double.isNaN(toRival) ? "no rival took part" : toRival);
        result.put("drainToLimit", toLimit);
        result.put("largestToSmallest", flatness);
        result.put("slope", slope(own));
        result.put("met", toRival >= 5 && toLimit >= 0.12 && flatness >= 0.8 && flatness <= 1.2);
    }
}
