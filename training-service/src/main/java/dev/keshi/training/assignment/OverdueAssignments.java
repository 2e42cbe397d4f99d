package dev.keshi.training.assignment;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;

/** Tells once of each course that was not taken in time. To tell of one that was told of before changes nothing. */
final class OverdueAssignments implements Swept {

    private static final CommandContext CONTEXT = CommandContext.of("system:assignments");
    private static final int AT_ONCE = 100;

    private final MongoAssignments assignments;
    private final EnterpriseTime time;

    OverdueAssignments(MongoAssignments assignments, EnterpriseTime time) {
        this.assignments = assignments;
        this.time = time;
    }

    @Override
    public String name() {
        return "overdue-assignments";
    }

    @Override
    public String doPart(String after) {
        var due = assignments.dueBefore(time.today(), after, AT_ONCE);
        each(due, AssignmentId::value, this::overdue);
        return due.size() < AT_ONCE ? DONE : due.getLast().value();
    }

    private void overdue(AssignmentId id) {
        var unused = assignments.change(id, CONTEXT, assignment -> assignment.becomeOverdue(time.today()));
    }
}
