package dev.keshi.notification.inbox;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import org.springframework.stereotype.Repository;

/**
 * The collection's change stream. It remembers no position: whoever opens it anew reads on from where the streams of
 * people stand, so a history that was lost loses nothing.
 */
@Repository
class MongoInboxChanges implements InboxChanges {

    /** How long the server holds a question that has no answer yet; changes are told at once. */
    private static final long QUIET_SECONDS = 5;

    private static final String UPDATED = "updateDescription.updatedFields.";
    private static final List<Bson> PIPELINE = List.of(
            match(or(
                    eq("operationType", "insert"),
                    and(
                            eq("operationType", "update"),
                            or(exists(UPDATED + Fields.PLACED), exists(UPDATED + "version"))))),
            project(include("operationType", UPDATED + Fields.PLACED)));

    private final MongoDatabaseFactory database;

    MongoInboxChanges(MongoDatabaseFactory database) {
        this.database = database;
    }

    @Override
    public void follow(Listener listener) {
        var inbox = database.getMongoDatabase().getCollection(Fields.INBOX);
        try (var stream = inbox.watch(PIPELINE)
                .batchSize(1_000)
                .maxAwaitTime(QUIET_SECONDS, TimeUnit.SECONDS)
                .cursor()) {
            listener.opened();
            while (listener.isListening() && !Thread.currentThread().isInterrupted()) {
                var change = stream.tryNext();
                if (change != null) {
                    tell(listener, change);
                }
            }
        }
    }

    private static void tell(Listener listener, ChangeStreamDocument<Document> change) {
        var description = change.getUpdateDescription();
        var updated = description == null ? null : description.getUpdatedFields();
        if (updated != null && updated.containsKey(Fields.PLACED)) {
            listener.placed(
                    updated.getDocument(Fields.PLACED).getString("recipient").getValue());
        } else {
            listener.changed();
        }
    }
}
