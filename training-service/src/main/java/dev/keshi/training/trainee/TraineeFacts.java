package dev.keshi.training.trainee;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.DocumentParts;
import dev.keshi.messaging.consumer.Effect;
import dev.keshi.messaging.consumer.ReceivedEvent;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** The door for events: what they say about people, in the words of the consumer kit, which keeps each fact once. */
public final class TraineeFacts {

    /** The collection that the facts make up. */
    public static final String COLLECTION = MongoTraineeFacts.COLLECTION;

    private final AggregateCollection<TraineeFactDocument> facts;
    private final EnterpriseTime time;
    private final Duration standing;

    /** @param standing how long a figure has to stand before it counts */
    TraineeFacts(AggregateCollection<TraineeFactDocument> facts, EnterpriseTime time, Duration standing) {
        this.facts = facts;
        this.time = time;
        this.standing = standing;
    }

    /** Everything of a fact follows from the event that told it. */
    public static List<String> readModel() {
        return Arrays.stream(TraineeFactDocument.class.getRecordComponents())
                .map(component -> "state." + component.getName())
                .toList();
    }

    /** Keeps a fact; a figure in the place of what was told of it before. */
    public List<Effect> kept(ToldFact told) {
        var document = TraineeFactDocument.of(told.personId(), told.fact());
        return List.of(
                told.fact() instanceof TraineeFact.Figure
                        ? Effect.put(facts, told.id(), document)
                        : Effect.create(facts, told.id(), document));
    }

    /** Makes a fact news, until somebody has followed it; a figure not before it counts. */
    public List<Effect> news(ReceivedEvent<?> event, ToldFact told) {
        return told.fact() instanceof TraineeFact.Figure figure
                ? moved(event, told, figure)
                : List.of(Effect.insertAs(
                        MongoTraineeFacts.NEWS,
                        told.id(),
                        new Document(MongoTraineeFacts.PERSON_OF_NEWS, told.personId())
                                .append(MongoTraineeFacts.IS_NEW, true)));
    }

    /**
     * From when on it counts follows from when it is heard of and not from when it was told, so that of figures that were told long ago and
     * are heard of in one go only what they came to counts.
     */
    private List<Effect> moved(ReceivedEvent<?> event, ToldFact told, TraineeFact.Figure figure) {
        var over = figure.period().last().plusDays(1).atStartOfDay(time.zone()).toInstant();
        var now = time.now();
        var counts = (over.isAfter(now) ? over : now).plus(standing);
        return DocumentParts.of(MongoTraineeFacts.NEWS, told.id(), event, new Document())
                .part(
                        "figure",
                        combine(
                                set(MongoTraineeFacts.PERSON_OF_NEWS, told.personId()),
                                set(MongoTraineeFacts.IS_NEW, false),
                                set(MongoTraineeFacts.SEQUENCE_OF_NEWS, figure.sequence()),
                                set(MongoTraineeFacts.COUNTS_FROM, Date.from(counts))))
                .effects();
    }
}
