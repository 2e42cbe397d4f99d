package dev.keshi.performance.scoring;

import java.util.List;

/**
 * A position held, and what is said of the work in it.
 *
 * @param subject names it in the explanation
 * @param days first and last day on which it was held, also outside the period
 * @param measurements of indicators that events feed, one of each at most
 */
public record Stay(
        String subject, Period days, Indicators indicators, List<RatingSheet> ratings, List<Measurement> measurements) {

    public Stay {
        ratings = List.copyOf(ratings);
        measurements = List.copyOf(measurements);
    }
}
