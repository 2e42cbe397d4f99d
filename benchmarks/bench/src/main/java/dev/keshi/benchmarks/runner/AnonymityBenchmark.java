package dev.keshi.benchmarks.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * B8, the part of anonymity: how long answers take in worlds that differ only in which peers have rated. The worlds are cycles of the same
 * people, asked about in turn in an order of chance; a world is compared with the first one of its kind. As controls the halves of the
 * first world are compared with each other, and it with another question, which has to be seen.
 */
final class AnonymityBenchmark {

    private static final int PEOPLE = 100;
    private static final int SUPERIOR = 0;
    private static final int SUBJECT = 1;
    private static final List<Integer> PEERS = List.of(2, 3, 4, 5);

    /** Who asks about the others' ratings, and has given none. */
    private static final int SILENT = 6;

    /** Those who rate in each world, below the minimum of three and at it. */
    private static final List<List<Integer>> FEW = List.of(List.of(), List.of(2), List.of(3), List.of(4, 5));

    private static final List<List<Integer>> ENOUGH = List.of(List.of(2, 3, 4), List.of(2, 3, 5), List.of(3, 4, 5));

    /** How often all worlds together may look different though they are not. */
    private static final double LEVEL = 0.01;

    private static final String SHEET =
            "{\"points\":[{\"indicator\":\"quality\",\"points\":%1$d.5},{\"indicator\":\"efficiency\",\"points\":%1$d}]}";
    private static final double NANOS_PER_MILLI = 1e6;

    private final Stage stage;
    private final Plan plan;
    private final Random order = new Random(1);
    private final Map<Integer, Person> people = new LinkedHashMap<>();
    private final Table table =
            new Table("phase", "who asks", "what", "who rated", "n", "p50 ms", "p50 of the first", "apart", "critical");
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private boolean alike = true;
    private boolean anotherSeen = true;

    AnonymityBenchmark(Stage stage, Plan plan) {
        this.stage = stage;
        this.plan = plan;
    }

    private record Person(String id, String token) {}

    /** @param rating what the first of the peers is asked */
    private record World(String name, int cycle, String path, String appraisal, String rating) {}

    /** @param path with an address of the world in place of the name of its kind */
    private record Question(String who, Person asks, String path) {

        private String in(World world) {
            return path.replace("{cycle}", world.path())
                    .replace("{cycleId}", world.path().substring("/cycles/".length()))
                    .replace("{appraisal}", "/appraisals/" + world.appraisal())
                    .replace("{rating}", "/ratings/" + world.rating());
        }
    }

    Map<String, Object> run() throws IOException {
        var settings = stage.service("bench_anonymity");
        try (var service = new ServiceProcess(stage, CycleBenchmark.SERVICE, settings)) {
            var companion = stage.enter(Contestants.COMPANION, settings);
            service.awaitReady(companion.ask("token").get("token").asString());
            var cycles = new CycleStage(stage, service);
            cycles.releaseTemplate();
            companion.ask("people " + PEOPLE);
            IntStream.rangeClosed(0, SILENT).forEach(each -> {
                var person = companion.ask("person " + each);
                people.put(
                        each,
                        new Person(
                                person.get("id").asString(), person.get("token").asString()));
            });
            measure(service, "rating", worlds(service, cycles, FEW), questions());
            var enough = worlds(service, cycles, ENOUGH);
            for (var world : enough) {
                companion.ask("give " + world.cycle());
                cycles.score(world.cycle());
                cycles.publish(world.cycle());
            }
            var published = new ArrayList<>(questions());
            published.add(new Question("person", person(SUBJECT), "{appraisal}/explanation"));
            measure(service, "published", enough, published);
            table.print();
            return result();
        }
    }

    private List<Question> questions() {
        return List.of(
                new Question("person", person(SUBJECT), "{appraisal}"),
                new Question("person", person(SUBJECT), "{cycle}"),
                new Question("person", person(SUBJECT), "/appraisals?cycleId={cycleId}"),
                new Question("superior", person(SUPERIOR), "{appraisal}"),
                new Question("peer", person(SILENT), "{rating}"));
    }

    private Person person(int number) {
        return Objects.requireNonNull(people.get(number));
    }

    private List<World> worlds(ServiceProcess service, CycleStage cycles, List<List<Integer>> raters)
            throws IOException {
        var worlds = new ArrayList<World>();
        for (var who : raters) {
            int cycle = cycles.plan(10, 60, 30);
            cycles.open(cycle);
            var path = cycles.path(cycle);
            var id = path.substring("/cycles/".length());
            var appraisal = service.get(
                            "/appraisals?cycleId=" + id, person(SUBJECT).token())
                    .body()
                    .get("items")
                    .get(0)
                    .get("id")
                    .asString();
            service.post("/appraisals/" + appraisal + "/peers", null, named());
            who.forEach(peer -> give(service, person(peer), id, 60 + 7 * peer));
            worlds.add(new World(who.toString(), cycle, path, appraisal, asked(service, person(PEERS.getFirst()), id)));
        }
        return worlds;
    }

    private String named() {
        return JsonMapper.builder()
                .build()
                .writeValueAsString(Map.of(
                        "personIds",
                        PEERS.stream().map(peer -> person(peer).id()).toList()));
    }

    private static void give(ServiceProcess service, Person peer, String cycle, int points) {
        var path = "/ratings/" + asked(service, peer, cycle);
        var revision = service.get(path, peer.token()).revision();
        service.post(path + "/give", peer.token(), revision, SHEET.formatted(points));
    }

    private static String asked(ServiceProcess service, Person peer, String cycle) {
        return service.get("/ratings?limit=100", peer.token())
                .body()
                .get("items")
                .valueStream()
                .filter(one -> one.get("cycleId").asString().equals(cycle)
                        && one.get("kind").asString().equals("PEER"))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private void measure(ServiceProcess service, String phase, List<World> worlds, List<Question> questions) {
        ask(service, worlds, questions, 1);
        var times = ask(service, worlds, questions, plan.rounds());
        int comparisons = (FEW.size() - 1) * questions().size()
                + (ENOUGH.size() - 1) * (questions().size() + 1);
        double level = LEVEL / comparisons;
        for (var question : questions) {
            var first = sample(times, question, worlds.getFirst());
            for (var world : worlds.subList(1, worlds.size())) {
                alike &= row(phase, question, world.name(), sample(times, question, world), first, level);
            }
            row(phase, question, "halves of the first", half(first, 0), half(first, 1), level);
        }
        var another = sample(times, questions.get(1), worlds.getFirst());
        var one = sample(times, questions.getFirst(), worlds.getFirst());
        anotherSeen &= !row(phase, questions.getFirst(), "another question", another, one, level);
    }

    /** One request after the other, each question in each world once a turn. */
    private Map<Question, Map<World, List<Long>>> ask(
            ServiceProcess service, List<World> worlds, List<Question> questions, int rounds) {
        var times = new LinkedHashMap<Question, Map<World, List<Long>>>();
        var turn = new ArrayList<>(worlds);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos((long) rounds * plan.seconds());
        while (System.nanoTime() < end) {
            for (var question : questions) {
                Collections.shuffle(turn, order);
                for (var world : turn) {
                    long begin = System.nanoTime();
                    int status =
                            service.status(question.in(world), question.asks().token());
                    long took = System.nanoTime() - begin;
                    if (status != (question.who().equals("peer") ? 404 : 200)) {
                        throw new IllegalStateException(question.in(world) + " answered " + status);
                    }
                    times.computeIfAbsent(question, _ -> new LinkedHashMap<>())
                            .computeIfAbsent(world, _ -> new ArrayList<>())
                            .add(took);
                }
            }
        }
        return times;
    }

    private static long[] sample(Map<Question, Map<World, List<Long>>> times, Question question, World world) {
        return Objects.requireNonNull(
                        Objects.requireNonNull(times.get(question)).get(world))
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static long[] half(long[] sample, int which) {
        return IntStream.range(0, sample.length)
                .filter(i -> i % 2 == which)
                .mapToLong(i -> sample[i])
                .toArray();
    }

    /** @return whether they are alike */
    private boolean row(String phase, Question question, String who, long[] sample, long[] first, double level) {
        var both = new TwoSamples(sample, first);
        double apart = both.apart();
        double critical = both.critical(level);
        table.row(
                phase,
                question.who(),
                question.path(),
                who,
                sample.length,
                TwoSamples.median(sample) / NANOS_PER_MILLI,
                TwoSamples.median(first) / NANOS_PER_MILLI,
                apart,
                critical);
        figures.put(
                "%s: %s, %s, %s".formatted(phase, question.who(), question.path(), who),
                Map.of("apart", apart, "critical", critical, "n", sample.length));
        return apart <= critical;
    }

    private Map<String, Object> result() {
        var result = new LinkedHashMap<String, Object>();
        result.put(
                "goal",
                "latencies do not tell who has rated (Kolmogorov-Smirnov, 1 % for all), but another question is told");
        result.put("worlds", figures);
        result.put("alike", alike);
        result.put("anotherSeen", anotherSeen);
        result.put("met", alike && anotherSeen);
        return result;
    }
}
