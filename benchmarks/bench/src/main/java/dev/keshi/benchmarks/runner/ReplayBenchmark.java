package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.runner.Competitor.Contestant;
import java.util.LinkedHashMap;
import java.util.Map;

/** B6: the archive and a projection read a topic from its start, against a bare consumer of the same topic. */
final class ReplayBenchmark {

    private static final String RATE = "eventsPerSecond";
    private static final String CPU = "cpuMillisPerEvent";

    /** How many events each aggregate has told: the first makes a copy, the others change it. */
    private static final int PER_AGGREGATE = 4;

    private static final Contestant BARE =
            new Contestant("bare", "keshi", "dev.keshi.benchmarks.consumer.BareConsumer");
    private static final Contestant ARCHIVE =
            new Contestant("archive", "keshi", "dev.keshi.benchmarks.consumer.KitConsumer");
    private static final Contestant PROJECTION =
            new Contestant("projection", "keshi", "dev.keshi.benchmarks.consumer.KitConsumer");

    private final Stage stage;
    private final Plan plan;
    private final Map<Competitor, Samples> scores = new LinkedHashMap<>();
    private int written;

    ReplayBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
    }

    /** The topic grows from size to size; each is read from the start by all, in turn. */
    Map<String, Object> run() {
        var publisher = stage.enter(Contestants.KESHI, Map.of("BENCH_AGGREGATES", "1000", "BENCH_HANDLER", "false"));
        enter(BARE, "none");
        enter(ARCHIVE, "events");
        enter(PROJECTION, "position_copies");
        int[] sizes = plan.quick() ? new int[] {20_000, 60_000} : new int[] {1_500, 15_000, 150_000};
        for (int size : sizes) {
            grow(publisher, size);
            for (int round = 0; round <= plan.rounds(); round++) {
                boolean counts = round > 0;
                scores.forEach((competitor, samples) -> measure(competitor, counts ? samples : new Samples(), size));
            }
            print(sizes);
        }
        return result(sizes);
    }

    private void enter(Contestant contestant, String collection) {
        scores.put(stage.enter(contestant, Map.of("BENCH_COLLECTION", collection)), new Samples());
    }

    private void grow(Competitor publisher, int size) {
        publisher.ask("fill " + (size - written) + " " + PER_AGGREGATE);
        publisher.ask("drain");
        written = size;
    }

    private void measure(Competitor competitor, Samples samples, int size) {
        var before = stage.costOf(competitor);
        var answer = competitor.ask("replay " + size);
        samples.add(CPU + "@" + size, stage.costOf(competitor).since(before).per(size));
        samples.add(RATE + "@" + size, answer.get(RATE).asDouble());
    }

    private void print(int[] sizes) {
        var table = new Table("replay", "events", "events/s", "of bare", "CPU-ms/event", "own", "mongod", "kafka");
        scores.forEach((competitor, samples) -> {
            for (int size : sizes) {
                if (samples.of(RATE + "@" + size).isEmpty()) {
                    continue;
                }
                table.row(
                        competitor.name(),
                        size,
                        samples.median(RATE + "@" + size),
                        samples.median(RATE + "@" + size) / bare(size),
                        samples.median(CPU + "@" + size),
                        samples.median(CPU + "@" + size + ":own"),
                        samples.median(CPU + "@" + size + ":mongod"),
                        samples.median(CPU + "@" + size + ":kafka"));
            }
        });
        table.print();
    }

    private double bare(int size) {
        return of(BARE, RATE + "@" + size);
    }

    private double of(Contestant contestant, String name) {
        return scores.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(contestant.name()))
                .mapToDouble(entry -> entry.getValue().median(name))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Object> result(int[] sizes) {
        int largest = sizes[sizes.length - 1];
        double archive = of(ARCHIVE, RATE + "@" + largest) / bare(largest);
        double projection = of(PROJECTION, RATE + "@" + largest) / bare(largest);
        var result = new LinkedHashMap<String, Object>();
        result.put("id", "B6");
        result.put("quick", plan.quick());
        result.put("goal", ">= 0.25x of a bare consumer of the same topic");
        result.put("archiveToBare", archive);
        result.put("projectionToBare", projection);
        result.put("met", archive >= 0.25 && projection >= 0.25);
        var contenders = new LinkedHashMap<String, Object>();
        scores.forEach((competitor, samples) -> contenders.put(competitor.name(), samples.all()));
        result.put("contenders", contenders);
        return result;
    }
}
