package dev.keshi.performance.cycle;

import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Where reminders to rate are kept. */
@Repository
class MongoRatingReminders {

    static final String COLLECTION = "rating_reminders";

    private final AggregateCollection<RatingReminderDocument> reminders;

    MongoRatingReminders(AggregateStore store) {
        this.reminders = store.collection(COLLECTION, RatingReminderDocument.class);
    }

    /** Those that were given stay as they are, and nobody hears of them again. */
    void giveMissing(CommandContext context, Collection<RatingReminderDocument> reminded, String cycleName) {
        reminders.createMissing(
                context,
                reminded.stream()
                        .map(one -> new NewAggregate<>(
                                one.id(), new Change<>(one, List.of(CycleEvents.reminded(one.id(), one, cycleName)))))
                        .toList());
    }
}
