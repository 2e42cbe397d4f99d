package dev.keshi.notification.obligation;

/**
 * How much somebody has to do.
 *
 * @param open all of it; never more than 9,999
 * @param overdue those whose due date has passed; never more than 9,999
 */
public record ObligationCounts(long open, long overdue) {}
