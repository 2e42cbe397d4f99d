package dev.keshi.e2e;

import static dev.keshi.test.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;

/** The store of one service, which is lost while the service is away; its user stays. */
final class LostStore implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MongoClient client;
    private final MongoDatabase database;

    LostStore(String administrator, Service service) {
        client = MongoClients.create(administrator);
        database = client.getDatabase(service.database().orElseThrow());
    }

    void drop() {
        database.drop();
    }

    /** What is kept of each thing that this service copies or tells. */
    Map<String, Long> counts(Collection<String> collections) {
        var counts = new HashMap<String, Long>();
        collections.forEach(
                name -> counts.put(name, database.getCollection(name).countDocuments()));
        return counts;
    }

    /** All documents of a collection; its indexes stay. */
    void empty(String collection) {
        database.getCollection(collection).deleteMany(Filters.empty());
    }

    void awaitHistory(int readModels) {
        eventually(PATIENCE, () -> {
            var starts = database.getCollection("subscription_starts").find().into(new ArrayList<>());
            assertThat(starts)
                    .hasSize(readModels)
                    .allSatisfy(start -> assertThat(start).containsKey("endedAt"));
        });
    }

    TreeSet<String> parked() {
        return database.getCollection("parked_keys")
                .find(Filters.empty())
                .map((Document key) -> key.getString("subscription") + " " + key.getString("reason"))
                .into(new TreeSet<>());
    }

    /** As Kafka does with what is older than it keeps. */
    static void forget(Collection<String> topics, String kafka) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            var partitions = admin.describeTopics(topics).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(place -> new TopicPartition(topic.name(), place.partition())))
                    .collect(Collectors.toMap(place -> place, _ -> OffsetSpec.latest()));
            var ends = admin.listOffsets(partitions).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
            admin.deleteRecords(ends).all().get();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
