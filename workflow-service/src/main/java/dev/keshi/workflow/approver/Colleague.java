package dev.keshi.workflow.approver;

import org.jspecify.annotations.Nullable;

/**
 * A person who works in the enterprise today.
 *
 * @param department where the person works
 * @param reportsTo who the person reports to by name; absent: the manager of the department, or of the one above it for
 *     the manager
 */
public record Colleague(
        PersonId id,
        @Nullable DepartmentId department,
        @Nullable PersonId reportsTo) {}
