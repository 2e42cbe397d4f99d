package dev.keshi.workflow.workitem;

import dev.keshi.service.time.EnterpriseTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * When something is done.
 *
 * @param at to the millisecond, as the store keeps it
 * @param day the same in the time zone of the enterprise, which due dates are judged by
 */
record Moment(Instant at, LocalDate day) {

    static Moment now(EnterpriseTime time) {
        return of(time.now(), time);
    }

    static Moment of(Instant instant, EnterpriseTime time) {
        var at = instant.truncatedTo(ChronoUnit.MILLIS);
        return new Moment(at, LocalDate.ofInstant(at, time.zone()));
    }
}
