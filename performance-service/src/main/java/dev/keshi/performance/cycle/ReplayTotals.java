package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Total;
import dev.keshi.performance.template.TemplateId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How many reach each total by other rules. A distribution needs everybody's, and every page of a trial asks for it, so it is worked out once, one
 * trial after the other; what is kept is small however many people there are, and lost when the replica stops.
 */
final class ReplayTotals implements AutoCloseable {

    private static final int TRIALS = 16;

    private final Duration patience;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("cycle-replay").factory());

    /** The one that was asked for longest ago first. Only what is done gives way: what is not would never be. */
    private final Map<Trial, FutureTask<NavigableMap<Total, Long>>> trials = new LinkedHashMap<>(TRIALS, 0.75f, true);

    /** @param patience how long an answer may wait for it; shorter than the gateway waits for the answer */
    ReplayTotals(Duration patience) {
        this.patience = patience;
    }

    /**
     * What the totals follow from, but for ratings and events, which do not change any more.
     *
     * @param version of the cycle
     * @param reader whose results are hidden from the reader is not among them
     */
    record Trial(
            CycleId cycle,
            long version,
            String reader,
            ScoringRules rules,
            Map<TemplateId, Map<String, Integer>> weights) {}

    /** @throws CycleProblem.TrialUnderWay when it takes longer; it goes on, and is there when it is asked for again */
    NavigableMap<Total, Long> of(Trial trial, Callable<NavigableMap<Total, Long>> work) {
        var task = task(trial, work);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            throw new CycleProblem.TrialUnderWay();
        } catch (ExecutionException failed) {
            forget(trial, task);
            throw new IllegalStateException("A trial of other rules was not worked out", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before a trial of other rules was worked out", stopped);
        }
    }

    private synchronized FutureTask<NavigableMap<Total, Long>> task(
            Trial trial, Callable<NavigableMap<Total, Long>> work) {
        var known = trials.get(trial);
        if (known != null && known.state() != Future.State.FAILED) {
            return known;
        }
        trials.remove(trial);
        if (trials.size() == TRIALS) {
            var oldest = trials.entrySet().stream()
                    .filter(one -> one.getValue().isDone())
                    .findFirst()
                    .orElseThrow(CycleProblem.TrialUnderWay::new);
            trials.remove(oldest.getKey());
        }
        var task = new FutureTask<>(work);
        trials.put(trial, task);
        worker.execute(task);
        return task;
    }

    private synchronized void forget(Trial trial, FutureTask<NavigableMap<Total, Long>> failed) {
        trials.remove(trial, failed);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
