package dev.keshi.training.record;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.consumer.Effect;
import java.util.Arrays;
import java.util.List;

/** The door for events: what they say that people have learned, in the words of the consumer kit, which keeps each entry once. */
public final class LearningDelivery {

    /** The collection that the entries make up. */
    public static final String COLLECTION = MongoLearningEntries.COLLECTION;

    private final AggregateCollection<LearningEntryDocument> entries;

    LearningDelivery(AggregateCollection<LearningEntryDocument> entries) {
        this.entries = entries;
    }

    /** Everything of an entry follows from the event that told it. */
    public static List<String> readModel() {
        return Arrays.stream(LearningEntryDocument.class.getRecordComponents())
                .map(component -> "state." + component.getName())
                .toList();
    }

    public Effect kept(LearningEntry entry) {
        return Effect.create(
                entries,
                Ids.derived("learning-entry", entry.learned().reference() + "/" + entry.personId()),
                LearningEntryDocument.of(entry));
    }
}
