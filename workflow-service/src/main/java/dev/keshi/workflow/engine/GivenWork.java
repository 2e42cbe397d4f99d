package dev.keshi.workflow.engine;

import dev.keshi.workflow.approver.PersonId;
import dev.keshi.workflow.definition.WorkPriority;

/**
 * Work that an instance has given by being approved.
 *
 * @param id as its process calls it; unique in the instance
 * @param name what is to be done, as the author of the process wrote it
 * @param owner who had to do it at that moment
 * @param dueInDays calendar days from the day on which it was approved
 */
public record GivenWork(String id, String name, PersonId owner, int dueInDays, WorkPriority priority) {}
