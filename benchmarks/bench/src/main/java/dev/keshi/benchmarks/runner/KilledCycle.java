package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.runner.CycleStage.Work;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/** A cycle whose service is killed ({@code kill -9}) in the middle of opening and again in the middle of scoring, and goes on. */
final class KilledCycle {

    private static final int ATTEMPTS = 5;

    private final ServiceProcess service;
    private final CycleStage cycles;
    private final Competitor companion;
    private final LongPredicate middle;
    private final Map<String, Object> result = new LinkedHashMap<>();

    KilledCycle(ServiceProcess service, CycleStage cycles, Competitor companion, int size) {
        this.service = service;
        this.cycles = cycles;
        this.companion = companion;
        this.middle = done -> done > size / 5 && done < size;
    }

    /** @param undisturbed a cycle over the same people that nothing happened to */
    Map<String, Object> comparedWith(int undisturbed) throws IOException {
        int cycle = openedInTwo();
        companion.ask("told " + cycle);
        companion.ask("give-with-peers " + cycle);
        var scoring = cycles.scoreUntil(cycle, middle);
        kill("Scoring", scoring);
        result.put("secondsToScoreAfterwards", cycles.goOn(cycle, "SCORING").seconds());
        var calm = companion.ask("digest " + undisturbed);
        var disturbed = companion.ask("digest " + cycle);
        result.put(
                "documents",
                calm.get("appraisals").asLong() + calm.get("ratings").asLong());
        result.put("equal", calm.equals(disturbed) && scoring.done() > 0);
        System.out.printf("killed: %s%n", result);
        return result;
    }

    /** A small cycle may be open before it is seen in the middle; then another is tried. */
    private int openedInTwo() throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int cycle = cycles.planWithPeers();
            var opening = cycles.openUntil(cycle, middle);
            if (opening.done() < 0) {
                companion.ask("give-with-peers " + cycle);
                cycles.score(cycle);
                continue;
            }
            kill("Opening", opening);
            result.put("secondsToOpenAfterwards", cycles.goOn(cycle, "OPENING").seconds());
            return cycle;
        }
        throw new IllegalStateException("No cycle was seen in the middle");
    }

    private void kill(String step, Work seen) {
        result.put("killed" + step + "At", seen.done());
        service.killAndStart();
    }
}
