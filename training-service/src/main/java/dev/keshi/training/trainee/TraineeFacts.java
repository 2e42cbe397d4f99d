package dev.keshi.training.trainee;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.Effect;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** The door for events: what they say about people, in the words of the consumer kit, which keeps each fact once. */
public final class TraineeFacts {

    /** The collection that the facts make up. */
    public static final String COLLECTION = MongoTraineeFacts.COLLECTION;

    private final AggregateCollection<TraineeFactDocument> facts;

    TraineeFacts(AggregateCollection<TraineeFactDocument> facts) {
        this.facts = facts;
    }

    /** Everything of a fact follows from the event that told it. */
    public static List<String> readModel() {
        return Arrays.stream(TraineeFactDocument.class.getRecordComponents())
                .map(component -> "state." + component.getName())
                .toList();
    }

    /** Keeps a fact. */
    public Effect kept(ToldFact told) {
        return Effect.create(facts, told.id(), TraineeFactDocument.of(told.personId(), told.fact()));
    }

    /** Makes a fact news, until somebody has followed it. */
    public Effect news(ToldFact told) {
        return Effect.insertAs(
                MongoTraineeFacts.NEWS,
                told.id(),
                new Document(MongoTraineeFacts.PERSON_OF_NEWS, told.personId()).append(MongoTraineeFacts.IS_NEW, true));
    }
}
