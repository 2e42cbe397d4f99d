package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * The door for events about work items. One work item is two facts, because they belong to different days: that it was done counts on the
 * day of the report; whether it was done by its day counts on that day or, when it was done before, then. So work that is late counts in the
 * period in which it was due, from the moment its due date has passed, and does not leave it when it is done at last. It counts for whoever
 * had it when the due date passed. A new due date takes that back; work that was cancelled says nothing.
 */
public final class WorkFactDelivery {

    private final AggregateCollection<FactDocument> facts;
    private final EnterpriseTime time;

    WorkFactDelivery(AggregateCollection<FactDocument> facts, EnterpriseTime time) {
        this.facts = facts;
        this.time = time;
    }

    /**
     * Work that is done for good.
     *
     * @param dueDate by when it was due in the end
     * @param reportedAt when the owner said so for the last time
     * @param onTime whether that was on the due date or before
     * @param returned whether it had to be done again
     * @param eventId the event that told so
     */
    public record Done(
            String workItemId,
            String ownerId,
            LocalDate dueDate,
            Instant assignedAt,
            Instant reportedAt,
            boolean onTime,
            boolean returned,
            String eventId) {}

    /** Somebody has work to do. */
    public List<Effect> assigned(String workItemId, String title, Instant at, String eventId) {
        return List.of(
                Effect.create(
                        facts,
                        ofWork(workItemId),
                        FactDocument.open(MongoFacts.stream(Source.WORK_ITEMS), title, at, eventId)),
                Effect.create(
                        facts, ofDueDate(workItemId), FactDocument.open(MongoFacts.DUE_DATES, title, at, eventId)));
    }

    /** The due date has passed, and it is not done. */
    public List<Effect> becameLate(String workItemId, String ownerId, LocalDate dueDate, Instant at, String eventId) {
        return List.of(Effect.advance(
                facts,
                and(eq("_id", ofDueDate(workItemId)), exists(MongoFacts.EVENT, false)),
                combine(done(ownerId, dueDate, at, eventId), set(MongoFacts.LATE, true))));
    }

    /** It has another due date, or need not be done any more: nothing was missed. */
    public List<Effect> nothingMissed(String workItemId, String eventId) {
        return List.of(
                Effect.advance(
                        facts,
                        eq("_id", ofDueDate(workItemId)),
                        combine(
                                MongoMovedFacts.takeBack(),
                                unset(MongoFacts.DONE_AT),
                                unset(MongoFacts.EVENT),
                                unset(MongoFacts.LATE))),
                MongoMovedFacts.mark(ofDueDate(workItemId), eventId));
    }

    /** Work is done. When it was late with somebody else, that stays with him. */
    public List<Effect> completed(Done work) {
        var day = LocalDate.ofInstant(work.reportedAt(), time.zone());
        var counts = day.isBefore(work.dueDate()) ? day : work.dueDate();
        return List.of(
                Effect.advance(
                        facts,
                        eq("_id", ofWork(work.workItemId())),
                        combine(
                                done(work.ownerId(), day, work.reportedAt(), work.eventId()),
                                set(MongoFacts.SINCE, work.assignedAt()),
                                set(MongoFacts.RETURNED, work.returned()))),
                Effect.advance(
                        facts,
                        and(
                                eq("_id", ofDueDate(work.workItemId())),
                                or(exists(MongoFacts.EVENT, false), eq(MongoFacts.PERSON, work.ownerId()))),
                        combine(
                                done(work.ownerId(), counts, work.reportedAt(), work.eventId()),
                                set(MongoFacts.LATE, !work.onTime()))));
    }

    private static Bson done(String personId, LocalDate on, Instant at, String eventId) {
        return combine(
                set(MongoFacts.PERSON, personId),
                set(MongoFacts.ON, on.toString()),
                set(MongoFacts.DONE_AT, at),
                set(MongoFacts.EVENT, eventId),
                MongoMovedFacts.moved(eventId));
    }

    private static String ofWork(String workItemId) {
        return Source.WORK_ITEMS.name() + ':' + workItemId;
    }

    private static String ofDueDate(String workItemId) {
        return MongoFacts.DUE_DATES + ':' + workItemId;
    }
}
