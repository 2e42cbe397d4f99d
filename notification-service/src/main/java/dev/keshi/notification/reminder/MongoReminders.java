package dev.keshi.notification.reminder;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Where reminders are kept. */
@Repository
class MongoReminders {

    private static final String COLLECTION = "reminders";
    private static final String OBLIGATION = "state.obligationId";
    private static final String OPEN = "state.open";
    private static final CommandContext CONTEXT = CommandContext.of("system:reminders");

    private final AggregateCollection<ReminderDocument> reminders;
    private final MongoOperations mongo;

    MongoReminders(AggregateStore store, MongoOperations mongo) {
        this.reminders = store.collection(COLLECTION, ReminderDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(OBLIGATION, OPEN))
                .andExpiry(COLLECTION, "state.expiresAt", Duration.ZERO);
    }

    /** One that was given stays as it is. */
    void giveOnce(String id, Change<ReminderDocument> given) {
        try {
            reminders.create(id, CONTEXT, given);
        } catch (AggregateFailure.AlreadyExists before) {
            // Another replica, or this one before it died.
        }
    }

    void change(String id, Function<ReminderDocument, Change<ReminderDocument>> decide) {
        var unused = reminders.change(id, CONTEXT, decide);
    }

    List<Versioned<ReminderDocument>> open(String obligationId) {
        return mongo.getCollection(COLLECTION)
                .find(and(eq(OBLIGATION, obligationId), eq(OPEN, true)))
                .projection(exclude("outbox", "commands"))
                .map(reminders::versioned)
                .into(new ArrayList<>());
    }
}
