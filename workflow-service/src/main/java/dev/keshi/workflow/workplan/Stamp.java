package dev.keshi.workflow.workplan;

import dev.keshi.service.time.EnterpriseTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Who does something, and when.
 *
 * @param by person id, or {@code system:<name>}
 * @param at to the millisecond, as the store keeps it
 * @param day the same in the time zone of the enterprise
 */
record Stamp(String by, Instant at, LocalDate day) {

    static Stamp of(String by, EnterpriseTime time) {
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        return new Stamp(by, at, LocalDate.ofInstant(at, time.zone()));
    }
}
