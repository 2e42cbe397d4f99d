package dev.keshi.launcher.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** How many records the group of a service has not worked off yet, asked of Kafka itself. */
public final class ConsumerLag implements AutoCloseable {

    private static final int SECONDS = 3;

    private final Admin admin;

    public ConsumerLag(String bootstrap) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, SECONDS * 1000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, SECONDS * 1000));
    }

    /** On the topics that the group reads; 0 for a service that has no group, empty when Kafka does not answer. */
    public OptionalLong of(Service service) {
        try {
            var committed = committed(service);
            Set<String> topics =
                    committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
            return OptionalLong.of(topics.isEmpty() ? 0 : behind(partitions(topics), committed));
        } catch (ExecutionException | TimeoutException unknown) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    /** Whether the topic holds that many records or more and the groups of all these services have worked them off. */
    public boolean isWorkedOff(String topic, long records, List<Service> services) {
        try {
            var partitions = partitions(Set.of(topic));
            if (total(ends(partitions)) < records) {
                return false;
            }
            for (Service service : services) {
                if (behind(partitions, committed(service)) > 0) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Service service)
            throws ExecutionException, InterruptedException, TimeoutException {
        var committed = new HashMap<>(
                get(admin.listConsumerGroupOffsets(service.module()).partitionsToOffsetAndMetadata()));
        committed.values().removeIf(offset -> offset == null);
        return committed;
    }

    private List<TopicPartition> partitions(Set<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        var all = new ArrayList<TopicPartition>();
        get(admin.describeTopics(topics).allTopicNames())
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> all.add(new TopicPartition(topic, partition.partition()))));
        return all;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** A partition without a committed place counts from its beginning, where a group of ours starts. */
    private long behind(List<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> committed)
            throws ExecutionException, InterruptedException, TimeoutException {
        var ends = ends(partitions);
        var beginnings = offsets(partitions, OffsetSpec.earliest());
        long behind = 0;
        for (TopicPartition partition : partitions) {
            var place = committed.get(partition);
            long from = place == null ? offset(beginnings, partition) : place.offset();
            behind += Math.max(0, offset(ends, partition) - from);
        }
        return behind;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> offsets(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        return get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(each -> each, each -> which)))
                .all());
    }

    private static long offset(Map<TopicPartition, ListOffsetsResultInfo> offsets, TopicPartition partition) {
        var info = offsets.get(partition);
        return info == null ? 0 : info.offset();
    }

    private static long total(Map<TopicPartition, ListOffsetsResultInfo> offsets) {
        return offsets.values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private static <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
