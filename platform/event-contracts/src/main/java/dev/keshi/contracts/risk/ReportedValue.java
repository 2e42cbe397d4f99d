package dev.keshi.contracts.risk;

import java.time.LocalDate;

/**
 * The value of a period.
 *
 * @param period its first day
 * @param value exact, as text
 */
public record ReportedValue(LocalDate period, String value) {}
