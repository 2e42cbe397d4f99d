package dev.keshi.risk.indicator;

/**
 * Where the values of a risk indicator come from by themselves.
 *
 * @param performanceIndicator code of an indicator of performance-service that has a target
 * @param departmentId whose value it is: the mean of those who work there
 */
public record Feed(String performanceIndicator, String departmentId) {}
