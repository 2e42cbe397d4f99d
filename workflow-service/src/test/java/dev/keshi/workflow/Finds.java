package dev.keshi.workflow;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The searches that the service sends, to have the server explain them. */
@TestComponent
public class Finds implements CommandListener, MongoClientSettingsBuilderCustomizer {

    private static final List<String> PARTS = List.of("find", "filter", "sort", "projection", "limit");

    private final List<BsonDocument> sent = new ArrayList<>();

    @Override
    public void customize(MongoClientSettings.Builder client) {
        client.addCommandListener(this);
    }

    @Override
    public synchronized void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find")) {
            sent.add(event.getCommand().clone());
        }
    }

    /** Of the last search in a collection that was sent while this ran, and how it went. */
    public Document explained(MongoTemplate mongo, String collection, Runnable search) {
        var last = last(collection, search);
        var find = new BsonDocument();
        PARTS.stream().filter(last::containsKey).forEach(part -> find.append(part, last.get(part)));
        return mongo.getDb().runCommand(new Document("explain", find).append("verbosity", "executionStats"));
    }

    private BsonDocument last(String collection, Runnable search) {
        synchronized (this) {
            sent.clear();
        }
        search.run();
        synchronized (this) {
            return sent.stream()
                    .filter(find -> find.getString("find").getValue().equals(collection))
                    .reduce((_, last) -> last)
                    .orElseThrow();
        }
    }
}
