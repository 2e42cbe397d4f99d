package dev.keshi.launcher.tour;

import java.util.List;

/** Measured durations in milliseconds, and what part of them lies below which figure (nearest rank). */
record Percentiles(List<Double> sorted) {

    static Percentiles of(List<Double> millis) {
        return new Percentiles(millis.stream().sorted().toList());
    }

    double at(int percent) {
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}
