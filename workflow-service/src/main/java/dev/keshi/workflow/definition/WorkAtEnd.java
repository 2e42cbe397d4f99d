package dev.keshi.workflow.definition;

import dev.keshi.workflow.approver.ApproverRule;

/**
 * Work that a request gives when it is approved and has come to an end event, as written there in {@code keshi:work}.
 *
 * @param id unique in the process
 * @param name what is to be done, on one line
 * @param owner who has to do it
 * @param dueInDays calendar days from the day on which the request is approved, 0 for that very day
 */
public record WorkAtEnd(String id, String name, ApproverRule owner, int dueInDays, WorkPriority priority) {}
