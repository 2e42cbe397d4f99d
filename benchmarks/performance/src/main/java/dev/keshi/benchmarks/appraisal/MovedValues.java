package dev.keshi.benchmarks.appraisal;

import dev.keshi.contracts.EventCatalogue;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.performance.IndicatorMovedV1;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Hears, as any subscriber does, that values of {@link Work#INDICATOR} have moved, and when, by the clock of this process. */
final class MovedValues implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final String TYPE =
            EventCatalogue.describe(IndicatorMovedV1.class).type();

    private final JsonMapper json = JsonMapper.builder().build();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Thread listener;
    private volatile boolean listening = true;

    /** By the event that caused it, in nanoseconds. */
    private final Map<String, Long> people = new ConcurrentHashMap<>();

    /** By department and the youngest of the events that caused it. */
    private final Map<String, NavigableMap<String, Long>> departments = new ConcurrentHashMap<>();

    /** Hears everything that is told once this has returned. */
    MovedValues(String kafka) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> all = consumer.partitionsFor(Topics.PERFORMANCE).stream()
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToEnd(all);
        all.forEach(consumer::position);
        listener = Thread.ofPlatform().name("moved-values").daemon().start(this::listen);
    }

    private void listen() {
        while (listening) {
            var records = consumer.poll(POLL);
            long now = System.nanoTime();
            records.forEach(record -> heard(record, now));
        }
    }

    private void heard(ConsumerRecord<String, byte[]> record, long now) {
        var type = record.headers().lastHeader("ce_type");
        if (type == null || !TYPE.equals(new String(type.value(), StandardCharsets.UTF_8))) {
            return;
        }
        var value = json.readValue(record.value(), IndicatorMovedV1.class);
        if (!value.indicator().equals(Work.INDICATOR)) {
            return;
        }
        if (value.personId() != null) {
            people.putIfAbsent(value.causedBy(), now);
        } else if (value.departmentId() != null) {
            departments
                    .computeIfAbsent(value.departmentId(), _ -> new ConcurrentSkipListMap<>())
                    .putIfAbsent(value.causedBy(), now);
        }
    }

    Optional<Long> ofPersonBy(String event) {
        return Optional.ofNullable(people.get(event));
    }

    /**
     * What several events move within moments is told once, by the youngest of them: one that has not caused a word of its own is in the first that a
     * younger one has caused.
     *
     * @param event one of several whose ids rise as they are published
     */
    Optional<Long> ofDepartmentBy(String event, String department) {
        var told = departments.get(department);
        if (told == null) {
            return Optional.empty();
        }
        var own = told.get(event);
        return own == null
                ? told.tailMap(event).values().stream().min(Long::compare)
                : Optional.of(own);
    }

    @Override
    public void close() {
        listening = false;
        try {
            listener.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
