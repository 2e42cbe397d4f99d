package dev.keshi.performance.cycle;

import dev.keshi.messaging.Ids;
import java.time.LocalDate;

/**
 * That somebody was reminded to rate in a cycle, and nothing of what there is to give or was given.
 *
 * @param personId is appraised in the cycle, or leads somebody who is
 */
record RatingReminderDocument(String cycleId, String personId, LocalDate ratingEndsOn) {

    /** Who is reminded of a day is reminded once. */
    String id() {
        return "rr-" + Ids.derived("rating-reminder", cycleId + ':' + personId + ':' + ratingEndsOn);
    }
}
