package dev.keshi.workflow.workitem;

import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.workflow.approver.PersonId;
import java.time.LocalDate;
import org.bson.Document;

/**
 * Work that an event of another service asks for. A handler says it as its effect, and nothing else is needed; where it may be ordered
 * of somebody else later, or be over before it is done, the handler says so by a {@link Matter}. The kit keeps the order once, however often
 * the event comes; {@link WorkItemOrderService} makes a work item of it, whose id follows from the reference, so that it is made once as well.
 *
 * @param reference what the work is for, unique over all services: other events with the same lead to nothing more
 * @param dueDate may have passed, when the event was long on its way
 */
public record WorkItemOrder(String reference, PersonId owner, Wording wording, LocalDate dueDate, Priority priority) {

    static final String COLLECTION = "work_item_orders";
    static final String REFERENCE = "reference";
    static final String OWNER = "ownerId";
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";
    static final String DUE = "dueDate";
    static final String PRIORITY = "priority";

    /** When to try next, in milliseconds since 1970; gone once the order is settled. */
    static final String TRY_AT = "tryAt";

    public Effect toEffect() {
        return toEffect(new Document());
    }

    /** @param more what the order says beside */
    Effect toEffect(Document more) {
        var order = new Document(REFERENCE, reference)
                .append(OWNER, owner.value())
                .append(TITLE, wording.title())
                .append(DUE, dueDate.toString())
                .append(PRIORITY, priority.name())
                .append(TRY_AT, 0L);
        wording.description().ifPresent(text -> order.append(DESCRIPTION, text));
        order.putAll(more);
        return Effect.insertAs(COLLECTION, workItemId().value(), order, REFERENCE);
    }

    WorkItemId workItemId() {
        return new WorkItemId(Ids.derived("work-item-order", reference));
    }
}
