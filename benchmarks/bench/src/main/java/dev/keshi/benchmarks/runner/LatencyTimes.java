package dev.keshi.benchmarks.runner;

import dev.keshi.benchmarks.load.Histograms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;

/** Latencies of all runs of one contender, added up. */
final class LatencyTimes {

    private final Map<String, Histogram> times = new LinkedHashMap<>();

    /** @return the 99th percentile of this run alone, in milliseconds */
    double add(String name, String histogram) {
        var run = Histograms.read(histogram);
        times.computeIfAbsent(name, _ -> new Histogram(run.getHighestTrackableValue(), 3))
                .add(run);
        return run.getValueAtPercentile(99) / 1_000.0;
    }

    double millis(String name, double percentile) {
        return Objects.requireNonNull(times.get(name), name).getValueAtPercentile(percentile) / 1_000.0;
    }
}
