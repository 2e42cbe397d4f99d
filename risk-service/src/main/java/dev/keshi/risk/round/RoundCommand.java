package dev.keshi.risk.round;

import java.time.LocalDate;

/** What can be asked of identification rounds. */
public sealed interface RoundCommand {

    /** Asks a department and all below it that are open today. */
    record Open(String name, String rootDepartmentId, LocalDate dueOn) implements RoundCommand {}

    /** By whoever leads the department. */
    record Answer(RoundId id, String departmentId, RoundOutcome outcome, String note) implements RoundCommand {}
}
