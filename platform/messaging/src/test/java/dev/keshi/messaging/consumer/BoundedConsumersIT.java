package dev.keshi.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

@RealInfrastructure
class BoundedConsumersIT {

    private static final int RECORDS = 60;
    private static final int BYTES = 950_000;

    @Test
    void aPollBringsWhatFitsIntoMemoryAndTheNextOnesBringTheRest(RealKafka kafka) {
        var topic = "bounded-" + UUID.randomUUID();
        kafka.createTopic(topic, 2);
        fill(kafka, topic);
        try (var consumer = consumer(kafka)) {
            consumer.assign(List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1)));
            consumer.seekToBeginning(consumer.assignment());
            var keys = new ArrayList<String>();
            while (keys.size() < RECORDS) {
                long bytes = 0;
                for (var record : consumer.poll(Duration.ofSeconds(20))) {
                    keys.add(record.key());
                    bytes += record.value().length;
                }
                assertThat(bytes).isBetween(1L, BoundedConsumers.MOST_BYTES + BYTES);
            }
            assertThat(keys)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, RECORDS)
                            .mapToObj(Integer::toString)
                            .toList());
            assertThat(keys.stream()
                            .filter(key -> Integer.parseInt(key) % 2 == 0)
                            .map(Integer::valueOf))
                    .isSorted();
        }
    }

    private static void fill(RealKafka kafka, String topic) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int number = 0; number < RECORDS; number++) {
                producer.send(new ProducerRecord<>(topic, number % 2, Integer.toString(number), new byte[BYTES]));
            }
        }
    }

    private static Consumer<String, byte[]> consumer(RealKafka kafka) {
        return new BoundedConsumers(Map.of(
                        "bootstrap.servers",
                        kafka.bootstrap(),
                        "group.id",
                        "bounded-" + UUID.randomUUID(),
                        "group.protocol",
                        "consumer",
                        "enable.auto.commit",
                        false,
                        "max.poll.records",
                        1_000))
                .createConsumer();
    }
}
