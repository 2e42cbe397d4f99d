package dev.keshi.chaos.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Where a service that is away goes on reading. */
public final class Redelivery {

    /** The broker must have noticed that the service is away before its offsets may be changed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Redelivery() {}

    /** Everything comes again, as if it had died before it noted how far it was. */
    public static void to(String service, String kafka) {
        move(service, kafka, OffsetSpec.earliest());
    }

    /** What was published from then on comes again, as if it had not noted how far it was since. */
    public static void since(Instant moment, String service, String kafka) {
        move(service, kafka, OffsetSpec.forTimestamp(moment.toEpochMilli()));
    }

    /** What was published while it was away never comes, as if it had been away for longer than Kafka keeps it. */
    public static void skippedFor(String service, String kafka) {
        move(service, kafka, OffsetSpec.latest());
    }

    private static void move(String service, String kafka, OffsetSpec where) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            while (true) {
                try {
                    move(admin, service, where);
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

    private static void move(Admin admin, String group, OffsetSpec where)
            throws ExecutionException, InterruptedException {
        var partitions = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .keySet();
        var there = admin
                .listOffsets(partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> where)))
                .all()
                .get()
                .entrySet()
                .stream()
                // Where nothing was published since, there is no such place, and it stays where it is.
                .filter(place -> place.getValue().offset() >= 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        place -> new OffsetAndMetadata(place.getValue().offset())));
        admin.alterConsumerGroupOffsets(group, there).all().get();
    }
}
