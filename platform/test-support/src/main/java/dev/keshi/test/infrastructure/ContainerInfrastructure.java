package dev.keshi.test.infrastructure;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.keshi.infrastructure.LocalInfrastructure.Running;
import dev.keshi.infrastructure.kafka.BrokerReadiness;
import dev.keshi.infrastructure.kafka.BrokerTuning;
import dev.keshi.infrastructure.mongo.MongoAccounts;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * Both servers in containers. Plain containers are enough, with any image that starts {@code mongod} or reads Kafka's settings from its
 * environment as {@code apache/kafka} does; readiness is asked through the drivers, so the images need no shell.
 *
 * <p>MongoDB has its users here, but does not enforce them: the exception that lets the first administrator be made holds for the
 * container's inside only. What a user may not do is tested against a mongod of {@code local-infrastructure}.
 */
final class ContainerInfrastructure {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MONGODB = 27017;
    private static final int BROKER = 9092;

    private ContainerInfrastructure() {}

    static Running start() {
        return new Running(mongodb(), kafka());
    }

    @SuppressWarnings("resource") // Testcontainers removes the container when the JVM ends
    private static MongoAccounts mongodb() {
        GenericContainer<?> container = plain("mongodb", "mongo:8")
                .withExposedPorts(MONGODB)
                .withCommand("--replSet", "keshi", "--bind_ip_all", "--noscripting");
        container.start();
        String uri = "mongodb://%s:%d/?directConnection=true"
                .formatted(container.getHost(), container.getMappedPort(MONGODB));
        initiate(uri);
        return MongoAccounts.at(uri);
    }

    private static void initiate(String uri) {
        var member = new Document("_id", 0).append("host", "127.0.0.1:" + MONGODB);
        try (MongoClient client = MongoClients.create(uri)) {
            var admin = client.getDatabase("admin");
            admin.runCommand(
                    new Document("replSetInitiate", new Document("_id", "keshi").append("members", List.of(member))));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary", false)) {
                if (System.nanoTime() > deadline) {
                    throw new LocalFailure("MongoDB in the container did not become primary.");
                }
                Thread.onSpinWait();
            }
        }
    }

    /** The port outside is chosen before the start: the broker must know by which address its clients will call it. */
    @SuppressWarnings("resource") // Testcontainers removes the container when the JVM ends
    private static String kafka() {
        Port port = Port.free(1).getFirst();
        GenericContainer<?> container = plain("kafka", "apache/kafka:4.3.1");
        String bootstrap = container.getHost() + ":" + port.number();
        container.withEnv(environment(bootstrap));
        container.setPortBindings(List.of(port.number() + ":" + BROKER));
        container.start();
        BrokerReadiness.at(bootstrap).await(PATIENCE, container::isRunning);
        return bootstrap;
    }

    private static Map<String, String> environment(String bootstrap) {
        var settings = new HashMap<>(BrokerTuning.settings());
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:9093");
        settings.put("listeners", "PLAINTEXT://0.0.0.0:%d,CONTROLLER://localhost:9093".formatted(BROKER));
        settings.put("advertised.listeners", "PLAINTEXT://" + bootstrap);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        var environment = new HashMap<String, String>();
        settings.forEach((name, value) ->
                environment.put("KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT), value));
        return environment;
    }

    private static GenericContainer<?> plain(String server, String usualImage) {
        return new GenericContainer<>(DockerImageName.parse(image(server, usualImage)))
                .waitingFor(new AskedByOurselves());
    }

    /** {@code -Dkeshi.test.mongodb.image} or {@code KESHI_TEST_MONGODB_IMAGE}, the same for Kafka. */
    private static String image(String server, String usual) {
        String variable = "KESHI_TEST_%s_IMAGE".formatted(server.toUpperCase(Locale.ROOT));
        return System.getProperty(
                "keshi.test.%s.image".formatted(server), System.getenv().getOrDefault(variable, usual));
    }

    private static final class AskedByOurselves extends AbstractWaitStrategy {

        @Override
        protected void waitUntilReady() {
            // The drivers ask, right after the start.
        }
    }
}
