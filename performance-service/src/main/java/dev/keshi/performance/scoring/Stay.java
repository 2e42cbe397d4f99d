package dev.keshi.performance.scoring;

import java.util.List;

/**
 * A position held, and what is said of the work in it.
 *
 * @param subject names it in the explanation
 * @param days first and last day on which it was held, also outside the period
 */
public record Stay(
        String subject, Period days, Indicators indicators, List<RatingSheet> ratings, List<Evidence> evidence) {

    public Stay {
        ratings = List.copyOf(ratings);
        evidence = List.copyOf(evidence);
    }
}
