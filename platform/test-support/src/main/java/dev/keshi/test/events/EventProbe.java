package dev.keshi.test.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * An independent consumer that collects what is published and waits, for a bounded time, until a condition on it holds. It has no group and
 * commits nothing. It reads while it is asked, in the caller's thread; one test at a time may use it.
 */
public final class EventProbe implements AutoCloseable {

    private static final String OUR_TOPICS = "keshi.";
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration BROKER = Duration.ofSeconds(10);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Predicate<String> wanted;
    private final Set<TopicPartition> assigned = new HashSet<>();
    private final List<SeenEvent> seen = new ArrayList<>();

    private EventProbe(String bootstrap, Collection<String> topics) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrap,
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        wanted = topics.isEmpty() ? topic -> topic.startsWith(OUR_TOPICS) : Set.copyOf(topics)::contains;
    }

    /** Sees what is published after this call. Topics that do not exist yet are seen once they do; no topic named means all of Keshi's. */
    public static EventProbe fromNow(String bootstrap, String... topics) {
        var probe = new EventProbe(bootstrap, List.of(topics));
        probe.findTopics();
        probe.consumer.endOffsets(probe.assigned, BROKER).forEach(probe.consumer::seek);
        return probe;
    }

    /** Sees everything the topics hold. */
    public static EventProbe fromBeginning(String bootstrap, String... topics) {
        return new EventProbe(bootstrap, List.of(topics));
    }

    /** Waits for that many events that fit, and gives all that fit so far, in the order of each key. */
    public List<SeenEvent> await(int count, Predicate<SeenEvent> fitting, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (seen.stream().filter(fitting).count() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited %d ms for %d events and saw %d that fit among:%n%s"
                        .formatted(
                                patience.toMillis(),
                                count,
                                seen.stream().filter(fitting).count(),
                                listOfSeen()));
            }
            read();
        }
        return seen.stream().filter(fitting).toList();
    }

    /** Waits for the first event of a type about one aggregate. */
    public SeenEvent awaitOne(String type, String key, Duration patience) {
        return await(1, event -> event.type().equals(type) && event.key().equals(key), patience)
                .getFirst();
    }

    /** Reads to where the topics end at this moment and gives all that was seen: the way to show that something was not published. */
    public List<SeenEvent> drain() {
        findTopics();
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned, BROKER);
        long deadline = System.nanoTime() + BROKER.toNanos();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the ends %s were not reached in %s".formatted(ends, BROKER));
            }
            read();
        }
        return seen();
    }

    /** What was read so far. */
    public List<SeenEvent> seen() {
        return List.copyOf(seen);
    }

    /** The sequences of each key in the order in which they lie in Kafka; a repeated delivery shows as a repetition. */
    public Map<String, List<Long>> sequences() {
        return seen.stream()
                .collect(Collectors.groupingBy(
                        SeenEvent::key,
                        LinkedHashMap::new,
                        Collectors.mapping(SeenEvent::sequence, Collectors.toList())));
    }

    private void read() {
        findTopics();
        if (assigned.isEmpty()) {
            LockSupport.parkNanos(POLL.toNanos());
        } else {
            consumer.poll(POLL).forEach(record -> seen.add(SeenEvent.of(record)));
        }
    }

    /** Partitions that are new keep the place where they begin; those known already keep theirs. */
    private void findTopics() {
        var found = new HashSet<TopicPartition>();
        consumer.listTopics(BROKER)
                .values()
                .forEach(partitions -> partitions.stream()
                        .filter(partition -> wanted.test(partition.topic()))
                        .forEach(partition -> found.add(new TopicPartition(partition.topic(), partition.partition()))));
        if (assigned.addAll(found)) {
            consumer.assign(assigned);
        }
    }

    private String listOfSeen() {
        return seen.stream().map(event -> "  " + event).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        consumer.close();
    }
}
