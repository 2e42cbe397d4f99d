package dev.keshi.benchmarks.runner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Named figures of one contender, one of each per run. */
final class Samples {

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();

    void add(String name, double figure) {
        samples.computeIfAbsent(name, _ -> new ArrayList<>()).add(figure);
    }

    /** CPU milliseconds a unit, of all processes and of each. */
    void add(String name, Stage.Cost cost) {
        add(name, cost.all());
        add(name + ":own", cost.own());
        add(name + ":mongod", cost.mongod());
        add(name + ":kafka", cost.kafka());
    }

    /** NaN when nothing was measured under this name. */
    double median(String name) {
        var sorted = samples.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    List<Double> of(String name) {
        return Objects.requireNonNullElse(samples.get(name), List.of());
    }

    Map<String, List<Double>> all() {
        return Collections.unmodifiableMap(samples);
    }

    /** How much the cost of one unit grows with each decade of units: 1.0 is none. */
    static double slope(double costOfFew, double costOfMany, double decades) {
        return Math.pow(costOfMany / costOfFew, 1 / decades);
    }
}
