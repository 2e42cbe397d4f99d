package dev.keshi.workflow.workitem;

import dev.keshi.directory.Directory;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.CommandContext;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Makes work items of what events have ordered. Two replicas that take the same order make one work item, because its id and
 * its command follow from the order; so does one that was killed before it noted what it had done.
 */
@Service
class WorkItemOrderService {

    private static final Logger log = LoggerFactory.getLogger(WorkItemOrderService.class);
    private static final int BATCH = 200;

    /** The owner's own event may still be on its way. */
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(30);

    /** A replica that was paused may make the work of an order that was over meanwhile. */
    private static final Duration UNTIL_SLOW_ONES_ARE_DONE = Duration.ofMinutes(5);

    private final MongoWorkItemOrders orders;
    private final MongoWorkItems items;
    private final Directory directory;
    private final EnterpriseTime time;

    WorkItemOrderService(MongoWorkItemOrders orders, MongoWorkItems items, Directory directory, EnterpriseTime time) {
        this.orders = orders;
        this.items = items;
        this.directory = directory;
        this.time = time;
    }

    /** @return whether no more than that is left */
    boolean carryOut() {
        var some = orders.waiting(time.now(), BATCH);
        some.forEach(this::carryOut);
        return some.size() < BATCH;
    }

    private void carryOut(MongoWorkItemOrders.Waiting waiting) {
        waiting.over()
                .ifPresentOrElse(over -> end(waiting.order(), over, waiting.missed()), () -> carryOut(waiting.order()));
    }

    private void end(WorkItemOrder order, OrderOver over, boolean missed) {
        var id = order.workItemId();
        try {
            var unused = items.change(
                    id,
                    CommandContext.system("work-item-order", "over/" + id.value()),
                    item -> item.over(over.doneBy(), Moment.of(over.doneAt(), time), Moment.now(time)));
            orders.ended(order, time.now());
        } catch (AggregateFailure.NotFound notMade) {
            if (missed) {
                orders.ended(order, time.now());
            } else {
                orders.missed(order, time.now().plus(UNTIL_SLOW_ONES_ARE_DONE));
            }
        } catch (AggregateFailure later) {
            log.warn("The work ordered as {} is ended later: {}", order.reference(), later.getMessage());
            orders.tryAgain(order, time.now().plus(UNTIL_KNOWN));
        }
    }

    private void carryOut(WorkItemOrder order) {
        var now = time.now();
        var person = directory.person(order.owner().value());
        if (person.isEmpty()) {
            log.warn("Nobody is known as the owner of the work ordered as {}; tried again later", order.reference());
            orders.tryAgain(order, now.plus(UNTIL_KNOWN));
            return;
        }
        try {
            make(order, WorkItemService.employed(person.get()));
            orders.carriedOut(order, now);
        } catch (WorkItemProblem.OwnerLeft nobodys) {
            log.warn("The owner of the work ordered as {} has left", order.reference());
            orders.refused(order, "owner-left", now);
        } catch (AggregateFailure later) {
            log.warn("The work ordered as {} is made later: {}", order.reference(), later.getMessage());
            orders.tryAgain(order, now.plus(UNTIL_KNOWN));
        }
    }

    private void make(WorkItemOrder order, Owner owner) {
        var id = order.workItemId();
        var decision = WorkItem.assign(
                id,
                order.wording(),
                owner,
                null,
                Origin.of(Origin.Kind.EVENT, order.reference()),
                order.dueDate(),
                order.priority(),
                Moment.now(time));
        try {
            var unused = items.create(CommandContext.system("work-item-order", id.value()), decision);
        } catch (AggregateFailure.AlreadyExists made) {
            // Long ago, when so much has been done with it since that its first command is forgotten.
            log.debug("The work ordered as {} is there", order.reference());
        }
    }
}
