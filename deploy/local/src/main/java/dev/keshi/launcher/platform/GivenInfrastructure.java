package dev.keshi.launcher.platform;

import dev.keshi.infrastructure.mongo.MongoAccounts;
import dev.keshi.infrastructure.process.LocalFailure;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The MongoDB and the Kafka that {@code MONGODB_URI} and {@code KAFKA_BOOTSTRAP} name, when they are set. */
record GivenInfrastructure(Map<String, String> environment) {

    private static final String OUR_TOPICS = "keshi.";

    Optional<String> mongodb() {
        return given("MONGODB_URI");
    }

    Optional<String> kafka() {
        return given("KAFKA_BOOTSTRAP");
    }

    /** Removes the databases, their users and the topics of Keshi, and nothing else. */
    void forget() {
        given("MONGODB_URI")
                .map(MongoAccounts::at)
                .ifPresent(accounts -> Arrays.stream(Service.values())
                        .flatMap(service -> service.database().stream())
                        .forEach(accounts::remove));
        kafka().ifPresent(GivenInfrastructure::removeTopics);
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static void removeTopics(String bootstrap) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrap))) {
            var ours = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(OUR_TOPICS))
                    .toList();
            admin.deleteTopics(ours).all().get();
        } catch (ExecutionException e) {
            throw new LocalFailure(
                    "The topics at %s cannot be removed (%s): correct KAFKA_BOOTSTRAP, or unset it."
                            .formatted(bootstrap, e.getCause()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted.", e);
        }
    }
}
