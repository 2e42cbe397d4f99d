package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.service.time.EnterpriseTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The door for events: what they say of somebody's work, in the words of the consumer kit, which writes it once and in order. */
public final class FactDelivery {

    /** Name of the subscription, by which its read model is made anew. */
    public static final String SUBSCRIPTION = "facts";

    /** The collection that the effects make up. */
    public static final String COLLECTION = MongoFacts.COLLECTION;

    private final AggregateCollection<FactDocument> facts;
    private final EnterpriseTime time;

    FactDelivery(AggregateCollection<FactDocument> facts, EnterpriseTime time) {
        this.facts = facts;
        this.time = time;
    }

    /** Everything of a fact follows from events. */
    public static List<String> readModel() {
        return Arrays.stream(FactDocument.class.getRecordComponents())
                .map(component -> "state." + component.getName())
                .toList();
    }

    /**
     * Something is to be done, and nobody has it yet.
     *
     * @param id of the thing, unique within the source
     * @param subject what people know it by
     */
    public Effect begun(Source source, String id, String subject) {
        return Effect.create(facts, id(source, id), FactDocument.open(source.name(), subject, null, null));
    }

    /** Something is to be done, and somebody has it already. */
    public Effect begunWithSomebody(Source source, String id, String subject, Instant at, String eventId) {
        return Effect.create(facts, id(source, id), FactDocument.open(source.name(), subject, at, eventId));
    }

    /** From now on it is with somebody. */
    public Effect isWithSomebody(Source source, String id, Instant at, String eventId) {
        return Effect.advance(
                facts,
                eq("_id", id(source, id)),
                combine(set(MongoFacts.SINCE, at), set(MongoFacts.SINCE_EVENT, eventId)));
    }

    /** Nobody has it any more. */
    public Effect isWithNobody(Source source, String id) {
        return Effect.advance(
                facts, eq("_id", id(source, id)), combine(unset(MongoFacts.SINCE), unset(MongoFacts.SINCE_EVENT)));
    }

    /**
     * Somebody has done it.
     *
     * @param returned whether it came back
     */
    public List<Effect> done(Source source, String id, String personId, Instant at, String eventId, boolean returned) {
        var day = LocalDate.ofInstant(at, time.zone());
        return List.of(Effect.advance(
                facts,
                eq("_id", id(source, id)),
                combine(
                        set(MongoFacts.PERSON, personId),
                        set(MongoFacts.ON, day.toString()),
                        set(MongoFacts.DONE_AT, at),
                        set(MongoFacts.EVENT, eventId),
                        set(MongoFacts.RETURNED, returned),
                        MongoMovedFacts.moved(eventId))));
    }

    /**
     * A figure was recorded, or recorded anew.
     *
     * @param id of the figure
     * @param indicator the only one that it feeds
     */
    public List<Effect> figure(
            String id,
            IndicatorCode indicator,
            String personId,
            LocalDate on,
            BigDecimal amount,
            BigDecimal base,
            Instant at,
            String eventId) {
        var fact = new FactDocument(
                MongoFacts.ofFigures(indicator),
                on.toString(),
                null,
                null,
                personId,
                on,
                at,
                eventId,
                false,
                null,
                amount,
                base);
        return List.of(Effect.put(facts, id(Source.FIGURES, id), fact, MongoMovedFacts.mark(eventId)));
    }

    private static String id(Source source, String id) {
        return source.name() + ':' + id;
    }
}
