package dev.keshi.training.trainee;

import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.Effect;

/** What handlers of events say about people; the kit keeps each fact once. */
public final class TraineeFacts {

    private TraineeFacts() {}

    /**
     * Keeps a fact and makes it news.
     *
     * @param discriminator tells the facts apart that one event tells
     */
    public static Effect told(String personId, TraineeFact fact, String discriminator) {
        return Effect.insert(MongoTraineeFacts.COLLECTION, discriminator, MongoTraineeFacts.document(personId, fact));
    }

    /** That somebody has learned something is a fact once, whichever event tells it. */
    public static Effect learned(String personId, TraineeFact.Learned fact) {
        return Effect.insertAs(
                MongoTraineeFacts.COLLECTION,
                Ids.derived("learned", fact.reference() + "/" + personId),
                MongoTraineeFacts.document(personId, fact));
    }
}
