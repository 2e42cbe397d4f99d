package dev.keshi.benchmarks.transaction;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClients;
import dev.keshi.benchmarks.load.AckInterceptor;
import dev.keshi.benchmarks.load.Conversation;
import dev.keshi.benchmarks.load.PlainConsumer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain driver and plain client: it does no more than it must. */
final class TransactionalPublisher {

    private static final String TOPIC = "bench.transaction.v1";

    private TransactionalPublisher() {}

    public static void main(String[] arguments) throws IOException, ExecutionException, InterruptedException {
        var bootstrap = environment("SPRING_KAFKA_BOOTSTRAP_SERVERS");
        var address = new ConnectionString(environment("SPRING_MONGODB_URI"));
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(12), Optional.empty())))
                    .all()
                    .get();
        }
        var client = MongoClients.create(address);
        var database = client.getDatabase(Objects.requireNonNull(address.getDatabase()));
        var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.LINGER_MS_CONFIG,
                        2,
                        ProducerConfig.INTERCEPTOR_CLASSES_CONFIG,
                        AckInterceptor.class.getName()),
                new StringSerializer(),
                new ByteArraySerializer());
        var relay = new PollingRelay(database.getCollection(TransactionContender.OUTBOX), producer, TOPIC);
        if (Boolean.parseBoolean(environment("BENCH_HANDLER"))) {
            new PlainConsumer(bootstrap, "bench-transaction", TOPIC).start();
        }
        var contender = new TransactionContender(client, database, relay);
        contender.publish(true);
        Conversation.with(contender, Integer.parseInt(environment("BENCH_AGGREGATES")))
                .hold();
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
