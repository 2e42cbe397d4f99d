package dev.keshi.launcher.platform;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How many records the group of a service has not worked off yet. */
final class ConsumerLag implements AutoCloseable {

    private static final int SECONDS = 3;

    private final Admin admin;

    ConsumerLag(String bootstrap) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, SECONDS * 1000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, SECONDS * 1000));
    }

    /** 0 for a service that has no group, or when Kafka does not answer. */
    long of(Service service) {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(service.module())
                    .partitionsToOffsetAndMetadata()
                    .get(SECONDS, TimeUnit.SECONDS);
            committed.values().removeIf(offset -> offset == null);
            return behind(committed);
        } catch (ExecutionException | TimeoutException unknown) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private long behind(Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException, TimeoutException {
        if (committed.isEmpty()) {
            return 0;
        }
        var latest = committed.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, any -> OffsetSpec.latest()));
        var ends = admin.listOffsets(latest).all().get(SECONDS, TimeUnit.SECONDS);
        return committed.entrySet().stream()
                .mapToLong(entry -> {
                    var end = ends.get(entry.getKey());
                    return end == null
                            ? 0
                            : Math.max(0, end.offset() - entry.getValue().offset());
                })
                .sum();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
