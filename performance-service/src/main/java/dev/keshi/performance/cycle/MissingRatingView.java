package dev.keshi.performance.cycle;

/**
 * A rating that was asked for and is neither given nor done without.
 *
 * @param personId who is to be rated
 * @param raterId who was asked
 * @param stay which of the positions held, from 0
 * @param status OPEN as long as it can be given, LAPSED behind that
 */
public record MissingRatingView(
        String appraisalId, String personId, String raterId, NamedRater kind, int stay, RatingStatus status) {}
