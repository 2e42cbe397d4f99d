package dev.keshi.workflow.workitem;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.workflow.approver.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Something of another service that work is ordered for, as one of its events speaks of it. Work for it can be ordered anew, of somebody
 * else, which ends what was ordered before; and it can be over before the work is done. The events of one matter come from one aggregate: each
 * speaks of the orders before it only, so one that comes again, after a later one, changes nothing.
 *
 * @param name unique over all services
 */
public record Matter(String name, long epoch, long sequence, String eventId) {

    static final String NAME = "matter";
    static final String OVER = "over";
    static final String OVER_AT = "at";
    static final String DONE_BY = "doneBy";
    private static final String EPOCH = "epoch";
    private static final String SEQUENCE = "sequence";

    public static Matter of(String name, ReceivedEvent<?> said) {
        return new Matter(name, said.epoch(), said.sequence(), said.id());
    }

    /** From now on this person is to do it, and nobody else. The work refers to {@code NAME/EVENT}. */
    public List<Effect> ordered(PersonId owner, Wording wording, LocalDate dueDate, Priority priority) {
        var order = new WorkItemOrder(name + '/' + eventId, owner, wording, dueDate, priority);
        var effects = new ArrayList<Effect>();
        effects.add(order.toEffect(new Document(NAME, name).append(EPOCH, epoch).append(SEQUENCE, sequence)));
        effects.add(over(new Document()));
        return effects;
    }

    /** That person has done it, here or elsewhere. */
    public List<Effect> done(PersonId by, Instant at) {
        return List.of(over(over(at, by.value())));
    }

    /** Nobody needs to do it any more. */
    public List<Effect> cancelled(Instant at) {
        return List.of(over(over(at, null)));
    }

    private static Document over(Instant at, @Nullable String by) {
        var over = new Document(OVER_AT, at.toEpochMilli());
        return by == null ? over : over.append(DONE_BY, by);
    }

    private Effect over(Document how) {
        return Effect.update(
                WorkItemOrder.COLLECTION,
                and(
                        eq(NAME, name),
                        or(lt(EPOCH, epoch), and(eq(EPOCH, epoch), lt(SEQUENCE, sequence))),
                        exists(OVER, false)),
                combine(set(OVER, how), set(WorkItemOrder.TRY_AT, 0L)));
    }
}
