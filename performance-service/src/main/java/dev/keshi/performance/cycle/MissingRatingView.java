package dev.keshi.performance.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A rating that was asked for and is neither given nor done without.
 *
 * @param personId who is to be rated
 * @param personName absent for somebody who was erased
 * @param raterId who was asked
 * @param raterName absent for somebody who was erased
 * @param stay which of the positions held, from 0
 * @param status OPEN as long as it can be given, LAPSED behind that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MissingRatingView(
        String appraisalId,
        String personId,
        @Nullable String personName,
        String raterId,
        @Nullable String raterName,
        NamedRater kind,
        int stay,
        RatingStatus status) {}
