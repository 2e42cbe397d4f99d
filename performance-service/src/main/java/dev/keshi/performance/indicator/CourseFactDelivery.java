package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.Effect;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.conversions.Bson;

/**
 * The door for events about courses. Two streams, because not every course that is taken was assigned: each course that somebody has learned
 * counts on the day it was learned; each assigned course counts on the day it was due or, when it was taken before, then. So a course that
 * is overdue counts in the period in which it was due, from the moment that day has passed, and does not leave it when it is taken at
 * last. What was cancelled says nothing; an overdue course of somebody who left stays missed.
 */
public final class CourseFactDelivery {

    private final AggregateCollection<FactDocument> facts;

    CourseFactDelivery(AggregateCollection<FactDocument> facts) {
        this.facts = facts;
    }

    /**
     * A course that somebody has learned.
     *
     * @param reference by what: a session or an attempt at a quiz; each counts once for each person
     * @param on the day it was learned, in the time zone of the enterprise
     */
    public record Learned(
            String reference, String personId, String courseCode, LocalDate on, Instant at, String eventId) {}

    /**
     * An assigned course that was taken.
     *
     * @param on the day it was taken
     * @param counts the day of it or, when it was due before, that one
     * @param late whether it was due before
     */
    public record Taken(
            String assignmentId,
            String personId,
            LocalDate on,
            LocalDate counts,
            boolean late,
            Instant at,
            String eventId) {

        /** @throws IllegalArgumentException when it counts after it was taken */
        public Taken {
            if (counts.isAfter(on)) {
                throw new IllegalArgumentException("taken on " + on + ", counts on " + counts);
            }
        }
    }

    /** Somebody has learned a course. */
    public List<Effect> learned(Learned course) {
        var id = Source.COURSES.name() + ':' + course.reference() + ':' + course.personId();
        return List.of(
                Effect.create(
                        facts,
                        id,
                        new FactDocument(
                                MongoFacts.stream(Source.COURSES),
                                course.courseCode(),
                                null,
                                null,
                                course.personId(),
                                course.on(),
                                course.at(),
                                course.eventId(),
                                false,
                                null,
                                BigDecimal.ONE,
                                BigDecimal.ONE)),
                MongoMovedFacts.mark(id, course.eventId()));
    }

    /** Somebody has to take a course. */
    public List<Effect> assigned(String assignmentId, String courseCode, Instant at, String eventId) {
        return List.of(Effect.create(
                facts, ofDueDate(assignmentId), FactDocument.open(MongoFacts.COURSES_DUE, courseCode, at, eventId)));
    }

    /** The day until which it was to be taken has passed, and it is not. */
    public List<Effect> becameOverdue(
            String assignmentId, String personId, LocalDate dueOn, Instant at, String eventId) {
        return List.of(
                Effect.advance(
                        facts,
                        and(eq("_id", ofDueDate(assignmentId)), exists(MongoFacts.EVENT, false)),
                        combine(
                                set(MongoFacts.PERSON, personId),
                                set(MongoFacts.ON, dueOn.toString()),
                                told(at, eventId, true))),
                MongoMovedFacts.mark(ofDueDate(assignmentId), eventId));
    }

    /**
     * It was taken. What was told as overdue stays on the day it was due, also when it turns out to have been taken in time: attendance is
     * recorded after a session. Only the first of the two changes applies, because each event changes a fact once.
     */
    public List<Effect> taken(Taken course) {
        var id = ofDueDate(course.assignmentId());
        var told = told(course.at(), course.eventId(), course.late());
        return List.of(
                Effect.advance(
                        facts,
                        and(eq("_id", id), exists(MongoFacts.EVENT, false)),
                        combine(
                                set(MongoFacts.PERSON, course.personId()),
                                set(MongoFacts.ON, course.counts().toString()),
                                told)),
                Effect.advance(facts, and(eq("_id", id), exists(MongoFacts.EVENT)), told),
                MongoMovedFacts.mark(id, course.eventId()));
    }

    /** Nobody need take it any more: nothing was missed. */
    public List<Effect> nothingMissed(String assignmentId, String eventId) {
        return List.of(
                Effect.advance(
                        facts,
                        eq("_id", ofDueDate(assignmentId)),
                        combine(
                                MongoMovedFacts.takeBack(),
                                unset(MongoFacts.DONE_AT),
                                unset(MongoFacts.EVENT),
                                unset(MongoFacts.LATE))),
                MongoMovedFacts.mark(ofDueDate(assignmentId), eventId));
    }

    private static Bson told(Instant at, String eventId, boolean late) {
        return combine(set(MongoFacts.DONE_AT, at), set(MongoFacts.EVENT, eventId), set(MongoFacts.LATE, late));
    }

    private static String ofDueDate(String assignmentId) {
        return MongoFacts.COURSES_DUE + ':' + assignmentId;
    }
}
