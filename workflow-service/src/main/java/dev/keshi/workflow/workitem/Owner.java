package dev.keshi.workflow.workitem;

import dev.keshi.workflow.approver.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who has to do the work.
 *
 * @param departmentId where the owner works, and worked when it ended; absent for somebody without a department
 */
public record Owner(PersonId person, @Nullable String departmentId) {}
