package dev.keshi.risk.round;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An identification round and how far it is.
 *
 * @param asOf the day whose departments are asked
 * @param departments how many are asked
 * @param answered how many have answered
 */
public record RoundView(
        String id,
        String name,
        String rootDepartmentId,
        LocalDate asOf,
        LocalDate dueOn,
        int departments,
        int answered,
        Instant openedAt) {}
