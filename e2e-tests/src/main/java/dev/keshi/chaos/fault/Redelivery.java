package dev.keshi.chaos.fault;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Everything comes again to a service that is away, as if it had died before it noted how far it was. */
final class Redelivery {

    /** The broker must have noticed that the service is away before its offsets may be changed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Redelivery() {}

    static void to(String service, String kafka) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            while (true) {
                try {
                    rewind(admin, service);
                    return;
                } catch (ExecutionException isStillThere) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException(
                                "the offsets of %s cannot be changed".formatted(service), isStillThere);
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void rewind(Admin admin, String group) throws ExecutionException, InterruptedException {
        var offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var beginning = offsets.keySet().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(0)));
        admin.alterConsumerGroupOffsets(group, beginning).all().get();
    }
}
