package dev.keshi.messaging.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** How far topics reach and how far this service has read them, as the broker knows it. */
public final class TopicOffsets {

    private static final int SECONDS = 5;
    private static final String OURS = "keshi.";

    private final Map<String, Object> adminSettings;
    private final String group;
    private final Set<String> own;

    /** @param own topics that this service listens to */
    TopicOffsets(Map<String, Object> adminSettings, String group, Set<String> own) {
        this.adminSettings = new HashMap<>(adminSettings);
        this.group = group;
        this.own = Set.copyOf(own);
    }

    /**
     * @param beginning offset of the oldest record that is still there
     * @param end offset behind the newest record
     * @param read offset behind the last record that was worked through; absent before the first
     */
    public record Place(
            String topic,
            int partition,
            long beginning,
            long end,
            @Nullable Long read) {

        /** How many records wait. */
        public long lag() {
            return Math.max(0, end - (read == null ? beginning : Math.max(read, beginning)));
        }
    }

    public String group() {
        return group;
    }

    /**
     * Of the topics that this service listens to.
     *
     * @throws OffsetsUnknown when the broker does not answer
     */
    public List<Place> ownPlaces() {
        return places(own);
    }

    /**
     * Of the topics of Keshi that another group has read.
     *
     * @return empty when the group has read none
     * @throws OffsetsUnknown when the broker does not answer
     */
    public List<Place> placesOf(String anyGroup) {
        try (var watch = watch(anyGroup)) {
            return watch.places();
        }
    }

    /** @throws OffsetsUnknown when the broker does not answer */
    public List<Place> places(Collection<String> topics) {
        try (var watch = watch()) {
            return watch.places(topics);
        }
    }

    /** For whoever asks again and again. To be closed. */
    public Watch watch() {
        return watch(group);
    }

    private Watch watch(String ofGroup) {
        try {
            return new Watch(Admin.create(adminSettings), ofGroup);
        } catch (KafkaException noBroker) {
            throw new OffsetsUnknown(noBroker);
        }
    }

    /** One connection, for many questions. */
    public static final class Watch implements AutoCloseable {

        private final Admin admin;
        private final String group;

        private Watch(Admin admin, String group) {
            this.admin = admin;
            this.group = group;
        }

        /** What is still asked is not waited for: whoever asked was told that nobody answers. */
        @Override
        public void close() {
            admin.close(Duration.ZERO);
        }

        private List<Place> places() {
            try {
                return places(read().keySet().stream()
                        .map(TopicPartition::topic)
                        .filter(topic -> topic.startsWith(OURS))
                        .collect(Collectors.toSet()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new OffsetsUnknown(stopped);
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof GroupIdNotFoundException) {
                    return List.of();
                }
                throw new OffsetsUnknown(failure);
            } catch (TimeoutException failure) {
                throw new OffsetsUnknown(failure);
            }
        }

        private Map<TopicPartition, OffsetAndMetadata> read()
                throws ExecutionException, InterruptedException, TimeoutException {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata(group)
                    .get(SECONDS, TimeUnit.SECONDS);
        }

        /** @throws OffsetsUnknown when the broker does not answer */
        public List<Place> places(Collection<String> topics) {
            try {
                var partitions = new ArrayList<TopicPartition>();
                for (var topic : admin.describeTopics(topics)
                        .allTopicNames()
                        .get(SECONDS, TimeUnit.SECONDS)
                        .values()) {
                    topic.partitions()
                            .forEach(partition ->
                                    partitions.add(new TopicPartition(topic.name(), partition.partition())));
                }
                partitions.sort(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
                var beginnings = offsets(admin, partitions, OffsetSpec.earliest());
                var ends = offsets(admin, partitions, OffsetSpec.latest());
                var read = read();
                return partitions.stream()
                        .map(partition -> new Place(
                                partition.topic(),
                                partition.partition(),
                                beginnings.getOrDefault(partition, 0L),
                                ends.getOrDefault(partition, 0L),
                                offset(read.get(partition))))
                        .toList();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new OffsetsUnknown(stopped);
            } catch (ExecutionException | TimeoutException failure) {
                throw new OffsetsUnknown(failure);
            }
        }
    }

    /** Whether whoever reads now, in this service, gets every record there ever was. */
    boolean wholeHistoryAhead(Collection<String> topics) {
        return places(topics).stream().allMatch(place -> place.read() == null && place.beginning() == 0);
    }

    /**
     * Has this service read the topics from their beginning, as if it had never read them.
     *
     * @throws OffsetsUnknown when the broker does not answer, or somebody in this service is still reading
     */
    void readAgain(Collection<String> topics) {
        var beginnings = places(topics).stream()
                .collect(Collectors.toMap(
                        place -> new TopicPartition(place.topic(), place.partition()),
                        place -> new OffsetAndMetadata(place.beginning())));
        try (var admin = Admin.create(adminSettings)) {
            admin.alterConsumerGroupOffsets(group, beginnings).all().get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OffsetsUnknown(stopped);
        } catch (ExecutionException | TimeoutException | KafkaException failure) {
            throw new OffsetsUnknown(failure);
        }
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach(partition -> asked.put(partition, which));
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listOffsets(asked)
                .all()
                .get(SECONDS, TimeUnit.SECONDS)
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static @Nullable Long offset(@Nullable OffsetAndMetadata read) {
        return read == null ? null : read.offset();
    }

    /** The broker does not answer. */
    public static final class OffsetsUnknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OffsetsUnknown(Exception cause) {
            super("Kafka does not say how far topics were read", cause);
        }
    }
}
