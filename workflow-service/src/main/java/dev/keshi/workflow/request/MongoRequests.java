package dev.keshi.workflow.request;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.workflow.engine.HistoryEntry;
import dev.keshi.workflow.engine.InstanceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Requests in the store. Old history entries stand beside the instance, so that its document stays small. */
@Repository
class MongoRequests {

    static final String REQUESTS = "requests";
    static final String HISTORY = "request_history";
    private static final String NUMBERS = "request_numbers";

    private final AggregateCollection<RequestDocument> requests;
    private final MongoOperations mongo;

    MongoRequests(AggregateStore store, MongoOperations mongo) {
        this.requests = store.collection(REQUESTS, RequestDocument.class);
        this.mongo = mongo;
    }

    /** The next number of the year, unique; one is left out when the command it was taken for fails. */
    String nextNumber(int year) {
        var counter = mongo.getCollection(NUMBERS)
                .findOneAndUpdate(
                        eq("_id", year),
                        Updates.inc("last", 1L),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return "%d-%06d".formatted(year, Objects.requireNonNull(counter).getLong("last"));
    }

    Optional<Versioned<RequestDocument>> find(InstanceId id) {
        return requests.find(id.value());
    }

    Versioned<RequestDocument> create(InstanceId id, CommandContext context, Change<RequestDocument> change) {
        return requests.create(id.value(), context, change);
    }

    Versioned<RequestDocument> change(
            InstanceId id, CommandContext context, Function<RequestDocument, Change<RequestDocument>> decide) {
        return requests.change(id.value(), context, decide);
    }

    Versioned<RequestDocument> versioned(Document document) {
        return requests.versioned(document);
    }

    /** Keeps entries beside the instance; those that are there stay, because what happened never changes. */
    void moveOut(InstanceId id, List<HistoryEntry> entries) {
        var writes = new ArrayList<WriteModel<Document>>();
        entries.forEach(entry -> writes.add(new UpdateOneModel<>(
                eq("_id", id + ":" + entry.sequence()),
                Updates.combine(
                        Updates.setOnInsert("instance", id.value()),
                        Updates.setOnInsert("sequence", entry.sequence()),
                        Updates.setOnInsert("entry", StateJson.write(entry))),
                new UpdateOptions().upsert(true))));
        mongo.getCollection(HISTORY).bulkWrite(writes);
    }

    /** Entries that were moved out, oldest first. */
    List<HistoryEntry> movedOut(InstanceId id, long after, int limit) {
        var entries = new ArrayList<HistoryEntry>();
        mongo.getCollection(HISTORY)
                .find(and(eq("instance", id.value()), gt("sequence", after)))
                .sort(ascending("sequence"))
                .limit(limit)
                .forEach(document -> entries.add(StateJson.readEntry(document.getString("entry"))));
        return entries;
    }
}
