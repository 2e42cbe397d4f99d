package dev.keshi.training.trainee;

import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.ReceivedEvent;

/**
 * What an event says of a person.
 *
 * @param id of the fact, the same each time that it is told
 */
public record ToldFact(String id, String personId, TraineeFact fact) {

    /** The one thing that an event says. */
    public static ToldFact by(ReceivedEvent<?> event, String personId, TraineeFact fact) {
        return new ToldFact(event.id() + ":fact", personId, fact);
    }

    /** A figure is one fact for each indicator and period, as it was told last. */
    public static ToldFact figure(String personId, TraineeFact.Figure fact) {
        return new ToldFact(fact.valueId(), personId, fact);
    }

    /** That somebody has learned something is a fact once, whichever event tells it. */
    public static ToldFact learned(String personId, TraineeFact.Learned fact) {
        return new ToldFact(Ids.derived("learned", fact.reference() + "/" + personId), personId, fact);
    }
}
