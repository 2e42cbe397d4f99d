package dev.keshi.reporting.archive.web;

import dev.keshi.reporting.archive.EventFilter;
import dev.keshi.reporting.archive.EventOrder;
import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.Finding;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of lists of events.
 *
 * @param type beginning of the type's name, or all of it
 * @param key id of the aggregate
 * @param aggregate kind of aggregate
 * @param from time of the first event, itself included
 * @param to time after the last event, itself excluded
 */
record EventCriteria(
        @Size(min = 1, max = 200) @Nullable String type,
        @Size(min = 1, max = 200) @Nullable String key,
        @Size(min = 1, max = 100) @Nullable String aggregate,
        @Nullable Instant from,
        @Nullable Instant to) {

    EventFilter toFilter() {
        return new EventFilter(type, key, aggregate, from, to);
    }

    /** Sequences of different keys have nothing to do with each other. */
    EventOrder in(EventOrder order) {
        if (order == EventOrder.SEQUENCE && key == null) {
            throw CommonProblem.invalidRequest(List.of(Finding.ofParameter("key", "required")))
                    .toException();
        }
        return order;
    }
}
