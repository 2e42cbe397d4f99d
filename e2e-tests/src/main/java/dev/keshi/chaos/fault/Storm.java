package dev.keshi.chaos.fault;

import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** F13: members join the group of a service, take partitions, do nothing with them and leave again; its store is slow meanwhile. */
public final class Storm {

    private static final List<Service> GROUPS = List.of(Service.NOTIFICATION, Service.REPORTING, Service.WORKFLOW);

    private final String kafka;
    private final Network network;

    public Storm(String kafka, Network network) {
        this.kafka = kafka;
        this.network = network;
    }

    public Fault storms(int times) {
        return new Fault("F13", "slow consumer, rebalance storm", chance -> {
            var strikes = new ArrayList<Strike>();
            for (int time = 0; time < times; time++) {
                strikes.add(strike(GROUPS.get(time % GROUPS.size()), chance));
            }
            return strikes;
        });
    }

    private Strike strike(Service service, Random chance) {
        var storm = new AtomicReference<@Nullable Thread>();
        var over = new AtomicBoolean();
        var pauses = new Random(chance.nextLong());
        return new Strike(
                service.module(),
                () -> {
                    network.slowStore(service, true);
                    storm.set(Thread.ofVirtual().start(() -> comeAndGo(service.module(), pauses, over)));
                },
                Duration.ofMillis(6_000 + chance.nextInt(6_000)),
                () -> {
                    over.set(true);
                    awaitEnd(storm.get());
                    network.slowStore(service, false);
                });
    }

    /** Told and not interrupted: a member that is interrupted while it leaves forgets that, and the storm would never end. */
    private void comeAndGo(String group, Random pauses, AtomicBoolean over) {
        while (!over.get()) {
            try (var member = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            kafka,
                            "group.id",
                            group,
                            "group.protocol",
                            "consumer",
                            "enable.auto.commit",
                            false),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer())) {
                member.subscribe(member.listTopics().keySet().stream()
                        .filter(topic -> topic.startsWith("keshi."))
                        .toList());
                long until = System.nanoTime()
                        + Duration.ofMillis(300 + pauses.nextInt(900)).toNanos();
                while (!over.get() && System.nanoTime() < until) {
                    member.poll(Duration.ofMillis(50));
                }
            } catch (KafkaException notThisTime) {
                pauseBriefly();
            }
        }
    }

    private static void pauseBriefly() {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }

    private static void awaitEnd(@Nullable Thread storm) {
        try {
            if (storm != null && !storm.join(Duration.ofSeconds(30))) {
                throw new IllegalStateException("The storm goes on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
