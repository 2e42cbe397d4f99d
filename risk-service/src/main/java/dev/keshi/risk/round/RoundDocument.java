package dev.keshi.risk.round;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A round as it is kept. Its answers are documents of their own, so that departments do not wait for each other.
 *
 * @param asOf the day whose departments are asked
 * @param departments how many
 */
record RoundDocument(
        String name,
        String rootDepartmentId,
        LocalDate asOf,
        LocalDate dueOn,
        int departments,
        String openedBy,
        Instant openedAt) {}
