package dev.keshi.messaging;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static dev.keshi.messaging.AggregateDocument.COMMANDS;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.OUTBOX;
import static dev.keshi.messaging.AggregateDocument.SEQUENCE;
import static dev.keshi.messaging.AggregateDocument.VERSION;

import com.mongodb.client.model.PushOptions;
import dev.keshi.contracts.PublishedEvent;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * One compare-and-set of an aggregate: it happens to the version that was read, and to none that has no room for its events.
 *
 * @param entries the events that it appends
 */
record Swap(Bson filter, Bson update, List<Document> entries) {

    private static final int REMEMBERED_COMMANDS = 20;

    /** @param changes of the document, beside its version, sequence, commands and outbox */
    static Swap of(
            OutboxWriter outbox,
            Document before,
            CommandContext context,
            List<Bson> changes,
            List<PublishedEvent> events) {
        var id = before.getString(ID);
        long version = before.getLong(VERSION);
        long sequence = before.getLong(SEQUENCE);
        var entries = outbox.entries(id, sequence, context, events);
        var updates = new ArrayList<>(changes);
        updates.add(set(VERSION, version + 1));
        context.key()
                .ifPresent(key ->
                        updates.add(pushEach(COMMANDS, List.of(key), new PushOptions().slice(-REMEMBERED_COMMANDS))));
        var filter = and(eq(ID, id), eq(VERSION, version));
        if (!entries.isEmpty()) {
            updates.add(set(SEQUENCE, sequence + entries.size()));
            updates.add(pushEach(OUTBOX, entries));
            filter = and(filter, exists(outbox.lastFreePlace(entries.size()), false));
        }
        return new Swap(filter, combine(updates), entries);
    }
}
