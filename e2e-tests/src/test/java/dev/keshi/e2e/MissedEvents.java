package dev.keshi.e2e;

import dev.keshi.test.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** What was published while a service was away never comes, as if it had been away for longer than Kafka keeps it. */
final class MissedEvents {

    /** The broker must have noticed that the service is away before its offsets may be changed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private MissedEvents() {}

    static void of(String service, String kafka) {
        Eventually.eventually(PATIENCE, () -> {
            try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
                var partitions = admin.listConsumerGroupOffsets(service)
                        .partitionsToOffsetAndMetadata()
                        .get()
                        .keySet();
                var ends = admin
                        .listOffsets(partitions.stream()
                                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest())))
                        .all()
                        .get()
                        .entrySet()
                        .stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                place -> new OffsetAndMetadata(place.getValue().offset())));
                admin.alterConsumerGroupOffsets(service, ends).all().get();
            }
        });
    }
}
