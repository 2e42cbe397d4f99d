package dev.keshi.benchmarks.consumer;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * Reads a topic from its start to its end. The clock begins when the group has committed its first batch, so that joining the group
 * does not count, and ends when it has committed the last one.
 */
final class Replay {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final long LOOK_EVERY_NANOS = 5_000_000;

    private final String kafka;
    private final String group;

    Replay(String kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    Map<String, Object> run(int events, Runnable start, Runnable stop) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            forgetGroup(admin);
            start.run();
            long first = await(admin, 1);
            long begin = System.nanoTime();
            await(admin, events);
            double seconds = (System.nanoTime() - begin) / 1e9;
            stop.run();
            var result = new LinkedHashMap<String, Object>();
            result.put("events", events);
            result.put("eventsPerSecond", (events - first) / seconds);
            return result;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void forgetGroup(Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof GroupIdNotFoundException)) {
                throw failure;
            }
        }
    }

    /** @return how many events were committed when it was enough */
    private long await(Admin admin, long enough) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long committed = committed(admin);
            if (committed >= enough) {
                return committed;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(committed + " of " + enough + " events after " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private long committed(Admin admin) throws ExecutionException, InterruptedException {
        try {
            return admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values().stream()
                    .mapToLong(offset -> offset.offset())
                    .sum();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw failure;
        }
    }
}
