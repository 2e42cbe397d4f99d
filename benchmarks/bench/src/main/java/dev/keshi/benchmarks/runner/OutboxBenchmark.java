package dev.keshi.benchmarks.runner;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** B3: from the instant at which a change is due to Kafka's acknowledgement and to the handler; saturation; the cost of a write. */
final class OutboxBenchmark {

    private static final int[] RATES = {50, 200, 500};
    private static final int AGGREGATES = 20_000;
    private static final int THREADS = 16;
    private static final List<String> SIGHTS = List.of("commit", "ack", "handler");

    private static final String COMMITTED = "commitsPerSecond";
    private static final String HANDLED = "handledPerSecond";
    private static final String CPU = "cpuMillisPerEvent";
    private static final String WRITE_COST = "writeCostOfThreads:";
    private static final String SILENT_WRITES = "writesWithoutEventPerSecond:";

    private final Stage stage;
    private final Plan plan;
    private final Map<Competitor, Score> scores = new LinkedHashMap<>();

    OutboxBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
    }

    private record Score(LatencyTimes times, Samples samples) {}

    Map<String, Object> run() {
        var settings = Map.of("BENCH_AGGREGATES", Integer.toString(AGGREGATES), "BENCH_HANDLER", "true");
        Contestants.PUBLISHERS.stream()
                .filter(contestant -> plan.wants(contestant.name()))
                .forEach(contestant ->
                        scores.put(stage.enter(contestant, settings), new Score(new LatencyTimes(), new Samples())));
        scores.keySet().forEach(this::warmUp);
        for (int round = 0; round < plan.rounds(); round++) {
            scores.forEach(this::measure);
            print();
        }
        return result();
    }

    private void warmUp(Competitor competitor) {
        competitor.ask("prepare");
        competitor.ask("open 100 2");
        competitor.ask("saturate " + THREADS + " " + (plan.quick() ? 4 : 10));
        competitor.ask("publish 0");
    }

    private void measure(Competitor competitor, Score score) {
        competitor.ask("publish 1");
        for (int rate : RATES) {
            measureAt(rate, competitor, score);
        }
        var before = stage.costOf(competitor);
        var answer = competitor.ask("saturate " + THREADS + " " + plan.seconds());
        int events = answer.get("events").asInt();
        score.samples.add(CPU, stage.costOf(competitor).since(before).per(events));
        score.samples.add(HANDLED, answer.get(HANDLED).asDouble());
        score.samples.add(COMMITTED, answer.get(COMMITTED).asDouble());
        for (int threads : List.of(1, THREADS)) {
            var cost = competitor.ask("cost " + threads + " " + Math.max(2, plan.seconds() / 2));
            score.samples.add(WRITE_COST + threads, cost.get("cost").asDouble());
            score.samples.add(
                    SILENT_WRITES + threads, cost.get("withoutPerSecond").asDouble());
        }
        competitor.ask("publish 0");
    }

    private void measureAt(int rate, Competitor competitor, Score score) {
        var before = stage.costOf(competitor);
        var answer = competitor.ask("open " + rate + " " + plan.seconds());
        var cost = stage.costOf(competitor).since(before);
        score.samples.add("refused@" + rate, answer.get("refused").asInt());
        score.samples.add(
                CPU + "@" + rate, cost.per(answer.get("events").asInt()).all());
        for (var sight : SIGHTS) {
            double p99 = score.times.add(sight + "@" + rate, answer.get(sight).asString());
            score.samples.add(p99(sight, rate), p99);
        }
    }

    private static String p99(String sight, int rate) {
        return "p99Millis:" + sight + "@" + rate;
    }

    private void print() {
        var latency = new Table("ms from the due time", "to", "at/s", "p50", "p99", "p99.9", "max", "CPU-ms/event");
        scores.forEach((competitor, score) -> {
            for (int rate : RATES) {
                for (var sight : SIGHTS) {
                    var name = sight + "@" + rate;
                    latency.row(
                            competitor.name(),
                            sight,
                            rate,
                            score.times.millis(name, 50),
                            score.samples.median(p99(sight, rate)),
                            score.times.millis(name, 99.9),
                            score.times.millis(name, 100),
                            score.samples.median(CPU + "@" + rate));
                }
            }
        });
        latency.print();
        var saturation = new Table(
                THREADS + " threads",
                "commits/s",
                "handled/s",
                "CPU-ms/event",
                "own",
                "mongod",
                "kafka",
                "write x1",
                "write x" + THREADS,
                "silent writes/s");
        scores.forEach((competitor, score) -> saturation.row(
                competitor.name(),
                score.samples.median(COMMITTED),
                score.samples.median(HANDLED),
                score.samples.median(CPU),
                score.samples.median(CPU + ":own"),
                score.samples.median(CPU + ":mongod"),
                score.samples.median(CPU + ":kafka"),
                score.samples.median(WRITE_COST + 1),
                score.samples.median(WRITE_COST + THREADS),
                score.samples.median(SILENT_WRITES + THREADS)));
        saturation.print();
    }

    private Map<String, Object> result() {
        var result = new LinkedHashMap<String, Object>();
        result.put("id", "B3");
        result.put("quick", plan.quick());
        result.put(
                "goal", "p99 to the handler <= 50 ms at 200/s, >= 3x the best rival's events/s, write cost <= 1.15x");
        scores.forEach((competitor, score) -> {
            if (competitor.name().equals(Contestants.KESHI.name())) {
                judge(result, score);
            }
        });
        var contenders = new LinkedHashMap<String, Object>();
        scores.forEach((competitor, score) -> contenders.put(competitor.name(), score.samples.all()));
        result.put("contenders", contenders);
        return result;
    }

    private void judge(Map<String, Object> result, Score own) {
        double p99 = own.samples.median(p99("handler", 200));
        double writeCost = own.samples.median(WRITE_COST + THREADS);
        double best = scores.values().stream()
                .filter(score -> score != own)
                .mapToDouble(score -> score.samples.median(HANDLED))
                .max()
                .orElse(Double.NaN);
        double ratio = own.samples.median(HANDLED) / best;
        result.put("p99HandlerMillisAt200", p99);
        result.put("eventsPerSecondToBestRival", Double.isNaN(ratio) ? "no rival took part" : ratio);
        result.put("writeCost", writeCost);
        result.put("met", p99 <= 50 && ratio >= 3 && writeCost <= 1.15);
    }
}
