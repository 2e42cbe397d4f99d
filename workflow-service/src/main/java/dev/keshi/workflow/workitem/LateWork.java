package dev.keshi.workflow.workitem;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of work whose due date has passed, once for each due date, so that nobody has to ask for it. Replicas need no
 * lease for it: each is a compare-and-set, and whoever comes second finds it told.
 */
final class LateWork {

    private static final Logger log = LoggerFactory.getLogger(LateWork.class);
    private static final CommandContext CONTEXT = CommandContext.of("system:workflow-service");
    private static final int BATCH = 500;

    private final MongoWorkItems items;
    private final EnterpriseTime time;

    LateWork(MongoWorkItems items, EnterpriseTime time) {
        this.items = items;
        this.time = time;
    }

    void tell() {
        try {
            var now = Moment.now(time);
            var late = items.becameLate(now.day(), Optional.empty(), BATCH);
            while (!late.isEmpty()) {
                late.forEach(due -> tell(due.id(), now));
                late = items.becameLate(now.day(), Optional.of(late.getLast()), BATCH);
            }
        } catch (RuntimeException later) {
            log.warn("What became late is told with the next attempt", later);
        }
    }

    /** One that cannot be told now holds up no other. */
    private void tell(WorkItemId id, Moment now) {
        try {
            var unused = items.change(id, CONTEXT, item -> item.recordLate(now));
        } catch (AggregateFailure later) {
            log.warn("That work item {} became late is told with the next attempt: {}", id, later.getMessage());
        }
    }
}
