package dev.keshi.performance.indicator.web;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that counts for nobody, and why.
 *
 * @param type of the problem, as where a command is refused; its words are in the language of the reader
 * @param code the end of the type
 * @param eventId the event that told it
 * @param subject what people know it by, for example the number of a request
 * @param on the day it belongs to
 */
record SetAsideView(
        String type,
        String title,
        String detail,
        String code,
        String eventId,
        String subject,
        LocalDate on,
        Instant doneAt) {}
