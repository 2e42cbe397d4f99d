package dev.keshi.performance.scoring;

import java.util.Map;

/**
 * What one person says of every indicator that people rate.
 *
 * @param reference see {@link Explanation.Leaf}
 * @param points by code of indicator
 */
public record RatingSheet(RaterKind kind, String reference, Map<String, Points> points) {

    public RatingSheet {
        points = Map.copyOf(points);
    }

    Points of(String indicator) {
        var given = points.get(indicator);
        if (given == null) {
            throw new IllegalArgumentException("rating " + reference + " lacks " + indicator);
        }
        return given;
    }
}
