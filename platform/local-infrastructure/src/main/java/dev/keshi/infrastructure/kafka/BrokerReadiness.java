package dev.keshi.infrastructure.kafka;

import dev.keshi.infrastructure.process.LocalFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether a broker serves: it answers and has been let into its cluster. */
public record BrokerReadiness(String bootstrap) {

    public static BrokerReadiness at(String bootstrap) {
        return new BrokerReadiness(bootstrap);
    }

    /** @param worthWaiting turns false when the broker can never answer, for example because its process has ended */
    public void await(Duration patience, BooleanSupplier worthWaiting) {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 100,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, 50,
                AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2000))) {
            while (!answers(admin)) {
                if (!worthWaiting.getAsBoolean()) {
                    throw new LocalFailure(
                            "The Kafka broker ended while it was starting: see its log with ./keshi logs kafka.");
                }
                if (System.nanoTime() > deadline) {
                    throw new LocalFailure("No Kafka broker answers at %s: look at its log, or correct KAFKA_BOOTSTRAP."
                            .formatted(bootstrap));
                }
            }
        }
    }

    private static boolean answers(Admin admin) {
        try {
            return !admin.describeCluster().nodes().get(1, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while waiting for Kafka.", e);
        }
    }
}
