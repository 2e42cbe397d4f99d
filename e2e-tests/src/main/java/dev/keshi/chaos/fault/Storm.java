package dev.keshi.chaos.fault;

import dev.keshi.launcher.platform.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
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
        var pauses = new Random(chance.nextLong());
        return new Strike(
                service.module(),
                () -> {
                    network.slowStore(service, true);
                    storm.set(Thread.ofVirtual().start(() -> comeAndGo(service.module(), pauses)));
                },
                Duration.ofMillis(6_000 + chance.nextInt(6_000)),
                () -> {
                    end(storm.get());
                    network.slowStore(service, false);
                });
    }

    private void comeAndGo(String group, Random pauses) {
        while (!Thread.currentThread().isInterrupted()) {
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
                while (System.nanoTime() < until) {
                    member.poll(Duration.ofMillis(50));
                }
            } catch (KafkaException interrupted) {
                return;
            }
        }
    }

    private static void end(@Nullable Thread storm) {
        if (storm == null) {
            return;
        }
        storm.interrupt();
        try {
            storm.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
