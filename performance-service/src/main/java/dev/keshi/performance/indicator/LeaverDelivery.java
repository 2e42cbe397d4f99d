package dev.keshi.performance.indicator;

import dev.keshi.messaging.consumer.Effect;
import java.time.LocalDate;
import java.util.List;

/**
 * The door for events about who leaves and is taken on again. What counts is worked out when it is asked for; here values are only marked that were
 * told before, so that they are told anew.
 */
public final class LeaverDelivery {

    private LeaverDelivery() {}

    /** From a day on somebody works here no more, or again. */
    public static List<Effect> changed(String personId, LocalDate fromDay, String eventId) {
        return List.of(MongoMovedFacts.markAll(MongoFacts.from(personId, fromDay), eventId));
    }
}
