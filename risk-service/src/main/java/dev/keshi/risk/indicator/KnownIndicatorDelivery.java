package dev.keshi.risk.indicator;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.consumer.Effect;
import java.util.Arrays;
import java.util.List;

/** The door for events: which indicators of performance-service there are, in the words of the consumer kit, which keeps each once. */
public final class KnownIndicatorDelivery {

    /** The collection that they make up. */
    public static final String COLLECTION = MongoKnownIndicators.COLLECTION;

    private final AggregateCollection<KnownIndicatorDocument> known;

    KnownIndicatorDelivery(AggregateCollection<KnownIndicatorDocument> known) {
        this.known = known;
    }

    /** Everything of it follows from the event that told it. */
    public static List<String> readModel() {
        return Arrays.stream(KnownIndicatorDocument.class.getRecordComponents())
                .map(component -> "state." + component.getName())
                .toList();
    }

    /** There is such an indicator, and it has a target. */
    public Effect known(String performanceIndicator) {
        return Effect.create(known, performanceIndicator, new KnownIndicatorDocument(performanceIndicator));
    }
}
