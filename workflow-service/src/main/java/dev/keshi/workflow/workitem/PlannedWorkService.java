package dev.keshi.workflow.workitem;

import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import java.util.Collection;
import org.springframework.stereotype.Service;

/**
 * Makes work items of what plans ask for. The id of each follows from what it is for and whose it is, so of two replicas that give the same
 * work, or of one that was killed and begins again, each owner has it once. Nobody assigned it, so nobody has to accept it.
 */
@Service
public class PlannedWorkService {

    private static final CommandContext CONTEXT = CommandContext.of("system:work-plans");

    private final MongoWorkItems items;
    private final EnterpriseTime time;

    PlannedWorkService(MongoWorkItems items, EnterpriseTime time) {
        this.items = items;
        this.time = time;
    }

    /** In one write; what was given before is left as it is, whatever became of it, and costs no more than a look. */
    public void give(Collection<PlannedWork> work) {
        var now = Moment.now(time);
        var given = items.existing(work.stream().map(PlannedWork::workItemId).toList());
        items.createMissing(
                CONTEXT,
                work.stream()
                        .filter(planned -> !given.contains(planned.workItemId()))
                        .map(planned -> assign(planned, now))
                        .toList());
    }

    private static WorkItem.Decision assign(PlannedWork planned, Moment now) {
        return WorkItem.assign(
                planned.workItemId(),
                planned.wording(),
                planned.owner(),
                null,
                Origin.of(Origin.Kind.PLAN, planned.reference()),
                planned.dueDate(),
                planned.priority(),
                now);
    }
}
