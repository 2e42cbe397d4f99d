package dev.keshi.infrastructure;

import dev.keshi.infrastructure.kafka.BrokerListener;
import dev.keshi.infrastructure.kafka.BrokerReadiness;
import dev.keshi.infrastructure.kafka.KafkaServer;
import dev.keshi.infrastructure.mongo.MongoAccounts;
import dev.keshi.infrastructure.mongo.MongoServer;
import dev.keshi.infrastructure.process.LocalFailure;
import dev.keshi.infrastructure.process.Port;
import dev.keshi.infrastructure.process.Progress;
import dev.keshi.infrastructure.process.StateFolder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/**
 * A MongoDB and a Kafka for this machine: those that {@code MONGODB_URI} and {@code KAFKA_BOOTSTRAP} name, else private ones. Starting what
 * runs already changes nothing.
 */
public final class LocalInfrastructure {

    private static final int MONGODB_OFFSET = 40;
    private static final int BROKER_OFFSET = 41;
    private static final int CONTROLLER_OFFSET = 42;
    private static final Duration PATIENCE_WITH_GIVEN = Duration.ofSeconds(10);

    private final MongoServer mongo;
    private final KafkaServer kafka;
    private final Optional<String> givenMongo;
    private final Optional<String> givenKafka;

    public LocalInfrastructure(StateFolder state, Ports ports, Map<String, String> environment, LongConsumer born) {
        this(state, ports, environment, born, List.of());
    }

    /** @param brokerListeners doors that the private broker has beside the usual one */
    public LocalInfrastructure(
            StateFolder state,
            Ports ports,
            Map<String, String> environment,
            LongConsumer born,
            List<BrokerListener> brokerListeners) {
        mongo = new MongoServer(state, ports.mongodb(), born);
        kafka = new KafkaServer(state, ports.broker(), ports.controller(), born, brokerListeners);
        givenMongo = given(environment, "MONGODB_URI");
        givenKafka = given(environment, "KAFKA_BOOTSTRAP");
    }

    /** The three ports of the private servers. */
    public record Ports(Port mongodb, Port broker, Port controller) {

        /** Their places above the port base of a checkout. */
        public static Ports above(int base) {
            return new Ports(
                    new Port(base + MONGODB_OFFSET),
                    new Port(base + BROKER_OFFSET),
                    new Port(base + CONTROLLER_OFFSET));
        }

        public static Ports free() {
            var free = Port.free(3);
            return new Ports(free.get(0), free.get(1), free.get(2));
        }
    }

    /** What runs: who may open the databases, and where Kafka listens. */
    public record Running(MongoAccounts mongodb, String kafka) {}

    /** Both at the same time; returns when both serve. */
    public Running start(Progress progress) {
        Executor threads = task -> Thread.ofVirtual().start(task);
        var accounts = CompletableFuture.supplyAsync(() -> mongodb(progress), threads);
        var bootstrap = CompletableFuture.supplyAsync(() -> kafka(progress), threads);
        try {
            return new Running(accounts.join(), bootstrap.join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof LocalFailure failure ? failure : e;
        }
    }

    /** Gracefully, the private servers only. */
    public void stop() {
        kafka.stop();
        mongo.stop();
    }

    /** The private mongod, empty when {@code MONGODB_URI} names another. */
    public Optional<MongoServer> privateMongodb() {
        return givenMongo.isPresent() ? Optional.empty() : Optional.of(mongo);
    }

    /** The private broker, empty when {@code KAFKA_BOOTSTRAP} names another. */
    public Optional<KafkaServer> privateKafka() {
        return givenKafka.isPresent() ? Optional.empty() : Optional.of(kafka);
    }

    private MongoAccounts mongodb(Progress progress) {
        return givenMongo.map(MongoAccounts::at).orElseGet(() -> mongo.start(progress));
    }

    private String kafka(Progress progress) {
        if (givenKafka.isPresent()) {
            BrokerReadiness.at(givenKafka.get()).await(PATIENCE_WITH_GIVEN, () -> true);
            return givenKafka.get();
        }
        return kafka.start(progress);
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
