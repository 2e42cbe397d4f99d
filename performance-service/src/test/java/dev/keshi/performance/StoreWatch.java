package dev.keshi.performance;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * What a request asks the store for, and what comes of it. Requests of tests are answered in the thread of the test, so whatever else goes
 * on in the service is left out. So are all departments, which are read once every two seconds by whoever comes next.
 */
@TestComponent
public class StoreWatch implements CommandListener, MongoClientSettingsBuilderCustomizer {

    /** What the driver adds to each command, and the time that is left for it. */
    private static final Set<String> ENVELOPE = Set.of(
            "lsid", "$db", "$clusterTime", "txnNumber", "$readPreference", "readConcern", "writeConcern", "maxTimeMS");

    private static final String DEPARTMENTS = "directory_departments";
    private static final Set<String> SEARCHES = Set.of("find", "aggregate", "distinct", "count");
    private static final Set<String> COUNTED = Set.of("nReturned", "totalKeysExamined", "totalDocsExamined");
    private static final Set<String> WAYS = Set.of("stage", "indexName");
    private static final Set<String> SAID_TWICE =
            Set.of("rejectedPlans", "slotBasedPlan", "executionStages", "command");
    private static final Pattern MOMENT = Pattern.compile("\\{\"\\$date\": (\"[^\"]*\"|\\{[^}]*})}");

    private final Map<Integer, BsonDocument> sent = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread watched;

    /**
     * One command.
     *
     * @param command without what the driver adds
     * @param came of it: how many documents, and of a search how long they are together
     */
    public record Asked(BsonDocument command, String came) {

        public boolean searches() {
            return SEARCHES.contains(command.getFirstKey());
        }

        /** A search in full, but for the time in it; of any other command which one it is and where, since its keys are new each time. */
        public String told() {
            var where = command.getFirstKey().equals("getMore") ? "collection" : command.getFirstKey();
            return searches()
                    ? MOMENT.matcher(command.toJson()).replaceAll("<moment>")
                    : command.getFirstKey() + ' ' + command.get(where, BsonNull.VALUE);
        }
    }

    @Override
    public void customize(MongoClientSettings.Builder client) {
        client.addCommandListener(this);
    }

    /** In their order. */
    public List<Asked> during(Runnable request) {
        sent.clear();
        asked.clear();
        watched = Thread.currentThread();
        try {
            request.run();
        } finally {
            watched = null;
        }
        return List.copyOf(asked);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (Thread.currentThread() == watched) {
            // As a whole: what the driver shows is a view that cannot be changed.
            var command = new BsonDocumentCodec()
                    .decode(
                            event.getCommand().asBsonReader(),
                            DecoderContext.builder().build());
            command.keySet().removeAll(ENVELOPE);
            if (!isReadingTheTree(command)) {
                sent.put(event.getRequestId(), command);
            }
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        var command = sent.remove(event.getRequestId());
        if (command != null) {
            asked.add(new Asked(command, came(event.getResponse())));
        }
    }

    @Override
    public void commandFailed(CommandFailedEvent event) {
        var command = sent.remove(event.getRequestId());
        if (command != null) {
            asked.add(new Asked(command, event.getThrowable().getClass().getSimpleName()));
        }
    }

    private static boolean isReadingTheTree(BsonDocument command) {
        return command.containsKey("find")
                ? command.getString("find").getValue().equals(DEPARTMENTS)
                        && command.getDocument("filter", new BsonDocument()).isEmpty()
                : command.containsKey("getMore")
                        && command.getString("collection").getValue().equals(DEPARTMENTS);
    }

    private static String came(BsonDocument response) {
        if (response.containsKey("cursor")) {
            var cursor = response.getDocument("cursor");
            var batch = cursor.containsKey("firstBatch") ? cursor.getArray("firstBatch") : cursor.getArray("nextBatch");
            return batch.size() + " of "
                    + batch.stream().mapToInt(StoreWatch::length).sum() + " bytes";
        }
        var came = new ArrayList<String>();
        response.forEach((name, value) -> {
            if (value.isArray()) {
                came.add(name + ' ' + value.asArray().size());
            } else if (value.isNumber() && !name.equals("ok")) {
                came.add(name + ' ' + value.asNumber().longValue());
            }
        });
        return String.join(", ", came);
    }

    private static int length(BsonValue value) {
        var document = value.isDocument() ? value.asDocument() : new BsonDocument("value", value);
        return new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    /** Which way the server takes for a search, and how many keys and documents it looks at; nothing of other commands. */
    public static String looked(MongoTemplate mongo, Asked one) {
        if (!one.searches()) {
            return "";
        }
        var looked = new ArrayList<String>();
        var explain = new Document("explain", one.command()).append("verbosity", "executionStats");
        look(mongo.getDb().runCommand(explain), looked);
        return String.join(" ", looked);
    }

    private static void look(@Nullable Object at, List<String> looked) {
        if (at instanceof Document part) {
            part.forEach((name, value) -> {
                if (value instanceof Number number && COUNTED.contains(name)) {
                    looked.add(name + '=' + number.longValue());
                } else if (value instanceof String way && WAYS.contains(name)) {
                    looked.add(way);
                } else if (!SAID_TWICE.contains(name)) {
                    look(value, looked);
                }
            });
        } else if (at instanceof List<?> parts) {
            parts.forEach(part -> look(part, looked));
        }
    }
}
