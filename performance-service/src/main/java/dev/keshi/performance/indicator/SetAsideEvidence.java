package dev.keshi.performance.indicator;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an event says somebody has done after leaving. It is kept and counts for nobody, as long as that one is known to have left before.
 *
 * @param eventId the event that told so
 * @param subject what people know it by, for example the number of a request
 * @param on the day it belongs to
 * @param leftOn first day on which that person worked here no more
 */
public record SetAsideEvidence(String eventId, String subject, LocalDate on, Instant doneAt, LocalDate leftOn) {}
