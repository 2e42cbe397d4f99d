package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.runner.ServiceProcess.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import tools.jackson.databind.json.JsonMapper;

/** Runs cycles through the API of performance-service, and looks at it while it works. */
final class CycleStage {

    private static final String TEMPLATE = """
        {"code":"bench-work","name":"工作质量","positions":[],"usual":false,"indicators":[
          {"code":"quality","family":"RESULT","weight":40,"name":"质量","standard":"按时按质完成"},
          {"code":"efficiency","family":"ABILITY","weight":30,"name":"效率","standard":"按时按质完成"},
          {"code":"customer-satisfaction","family":"RESULT","weight":30,"source":"EVENTS",
           "scale":{"zeroAt":0,"fullAt":100},"name":"客户满意度","standard":"按月统计"}]}
        """;
    private static final String NOTHING = "{}";

    /** Goes before scoring, and is over when that begins. */
    private static final String CLOSING = "CLOSING";

    private static final long LOOK_AT_LEAST_EVERY_NANOS = 2_000_000;
    private static final int LOOKS = 200;
    private static final int MOST_ATTEMPTS = 200;
    private static final long WAIT_NANOS = 100_000_000;

    private final Stage stage;
    private final ServiceProcess service;
    /** Of cycles, the first is number 1. */
    private final List<String> paths = new ArrayList<>();

    CycleStage(Stage stage, ServiceProcess service) {
        this.stage = stage;
        this.service = service;
    }

    /**
     * What was seen from the command on.
     *
     * @param steps of the progress that is told
     * @param resident the most the process held of the memory, MiB
     * @param heap the most that a collection left, MiB; NaN when there was none
     * @param done how many people, where it was not looked at to the end; else -1
     */
    record Work(double seconds, int steps, double resident, double heap, long done) {}

    /** What everybody is judged by: two indicators that people rate and one that events feed. */
    void releaseTemplate() {
        awaitIndicator();
        var drafted = service.post("/templates", null, TEMPLATE);
        service.post("/templates/" + drafted.id() + "/release", drafted.revision(), NOTHING);
    }

    /** It comes with the service, some time after it has started. */
    private void awaitIndicator() {
        for (int attempt = 1; ; attempt++) {
            try {
                service.get("/indicators/customer-satisfaction");
                return;
            } catch (IllegalStateException notYetThere) {
                if (attempt == MOST_ATTEMPTS) {
                    throw notYetThere;
                }
                LockSupport.parkNanos(WAIT_NANOS);
            }
        }
    }

    /** @return number of a new cycle, in which peers rate as well, by the usual weights */
    int planWithPeers() {
        return plan(10, 60, 30);
    }

    /** The same by other weights of those who rate, in percent. */
    int plan(int self, int superior, int peer) {
        var plan = JsonMapper.builder()
                .build()
                .writeValueAsString(Map.of(
                        "name", "bench-" + (paths.size() + 1),
                        "kind", "QUARTERLY",
                        "extent", "COMPREHENSIVE",
                        "firstDay", "2020-01-01",
                        "lastDay", "2020-03-31",
                        "populationOn", "2020-03-31",
                        "templates", new String[] {"bench-work"},
                        "raterWeights", Map.of("self", self, "superior", superior, "peer", peer)));
        paths.add("/cycles/" + service.post("/cycles", null, plan).id());
        return paths.size();
    }

    /** Returns when the cycle is open for ratings. */
    Work open(int cycle) throws IOException {
        return follow(cycle, "/open", "OPENING", _ -> false);
    }

    /** Returns when all have their totals. */
    Work score(int cycle) throws IOException {
        return follow(cycle, "/close-rating", "SCORING", _ -> false);
    }

    /** Returns when everybody is told. */
    Work publish(int cycle) throws IOException {
        return follow(cycle, "/publish", "PUBLISHING", _ -> false);
    }

    /** @param done with how many people it was seen enough */
    Work openUntil(int cycle, LongPredicate done) throws IOException {
        return follow(cycle, "/open", "OPENING", done);
    }

    Work scoreUntil(int cycle, LongPredicate done) throws IOException {
        return follow(cycle, "/close-rating", "SCORING", done);
    }

    /** Looks on, without a command. */
    Work goOn(int cycle, String status) throws IOException {
        return watch(path(cycle), status, System.nanoTime(), _ -> false);
    }

    private Work follow(int cycle, String command, String status, LongPredicate enough) throws IOException {
        var path = path(cycle);
        var revision = service.get(path).revision();
        long begin = System.nanoTime();
        service.post(path + command, revision, NOTHING);
        return watch(path, status, begin, enough);
    }

    private Work watch(String path, String status, long begin, LongPredicate enough) throws IOException {
        var log = service.heapLog();
        var steps = new HashSet<Long>();
        double resident = 0;
        long done = 0;
        while (true) {
            var cycle = service.get(path);
            double seconds = (System.nanoTime() - begin) / 1e9;
            resident = Math.max(resident, service.residentMebibytes());
            var now = cycle.body().get("status").asString();
            boolean under = now.equals(status);
            boolean over = !under && !now.equals(CLOSING);
            if (under) {
                done = done(cycle);
                steps.add(done);
            }
            if (over || (under && enough.test(done))) {
                return new Work(seconds, steps.size(), resident, log.most().orElse(Double.NaN), over ? -1 : done);
            }
            LockSupport.parkNanos(Math.max(LOOK_AT_LEAST_EVERY_NANOS, (System.nanoTime() - begin) / LOOKS));
        }
    }

    private static long done(Reply cycle) {
        return cycle.body().has("done") ? cycle.body().get("done").asLong() : 0;
    }

    String path(int cycle) {
        return paths.get(cycle - 1);
    }

    Stage.Cost cost() {
        return stage.costOf(service.pid());
    }
}
