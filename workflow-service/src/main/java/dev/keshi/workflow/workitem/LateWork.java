package dev.keshi.workflow.workitem;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.service.time.EnterpriseTime;
import dev.keshi.workflow.workitem.MongoWorkItems.Due;
import java.util.Optional;

/** Tells of work whose due date has passed, once for each due date, so that nobody has to ask for it. To tell it again changes nothing. */
final class LateWork implements Swept {

    private static final CommandContext CONTEXT = CommandContext.of("system:workflow-service");
    private static final int AT_ONCE = 500;

    private final MongoWorkItems items;
    private final EnterpriseTime time;

    LateWork(MongoWorkItems items, EnterpriseTime time) {
        this.items = items;
        this.time = time;
    }

    @Override
    public String name() {
        return "late-work";
    }

    @Override
    public String doPart(String after) {
        var now = Moment.now(time);
        var late =
                items.becameLate(now.day(), after.isEmpty() ? Optional.empty() : Optional.of(Due.at(after)), AT_ONCE);
        each(late, due -> due.id().value(), due -> tell(due.id(), now));
        return late.size() < AT_ONCE ? DONE : late.getLast().place();
    }

    private void tell(WorkItemId id, Moment now) {
        var unused = items.change(id, CONTEXT, item -> item.recordLate(now));
    }
}
