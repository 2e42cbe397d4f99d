package dev.keshi.test.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;

/** The searches that a service sends, to have the server explain them: one of the classes of its application, by which it is a bean. */
public class Finds implements CommandListener, MongoClientSettingsBuilderCustomizer {

    private static final List<String> PARTS = List.of("find", "filter", "sort", "projection", "limit");

    private final List<BsonDocument> sent = new ArrayList<>();

    /** Whose searches are kept: others look into the same collections in their own time. */
    private @Nullable Thread watched;

    @Override
    public void customize(MongoClientSettings.Builder client) {
        client.addCommandListener(this);
    }

    @Override
    public synchronized void commandStarted(CommandStartedEvent event) {
        if (Thread.currentThread().equals(watched) && event.getCommandName().equals("find")) {
            sent.add(event.getCommand().clone());
        }
    }

    /** Of the last search in a collection that was sent while this ran, and how it went. */
    public Document explained(MongoDatabase database, String collection, Runnable search) {
        var last = last(collection, search);
        var find = new BsonDocument();
        PARTS.stream().filter(last::containsKey).forEach(part -> find.append(part, last.get(part)));
        return database.runCommand(new Document("explain", find).append("verbosity", "executionStats"));
    }

    /**
     * That a search looks at what it answers and at little else, and sorts nothing.
     *
     * @param page how many are asked for
     */
    public void areBounded(MongoDatabase database, String collection, int page, Runnable search) {
        var explained = explained(database, collection, search);
        var stats = explained.get("executionStats", Document.class);
        assertThat(stats.getInteger("totalDocsExamined")).as(explained.toJson()).isLessThanOrEqualTo(3 * page);
        assertThat(stats.getInteger("totalKeysExamined")).as(explained.toJson()).isLessThanOrEqualTo(5 * page);
        var plan = explained
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
        assertThat(plan).doesNotContain("\"stage\": \"SORT\"").doesNotContain("COLLSCAN");
    }

    private BsonDocument last(String collection, Runnable search) {
        synchronized (this) {
            sent.clear();
            watched = Thread.currentThread();
        }
        search.run();
        synchronized (this) {
            watched = null;
            return sent.stream()
                    .filter(find -> find.getString("find").getValue().equals(collection))
                    .reduce((_, last) -> last)
                    .orElseThrow();
        }
    }
}
