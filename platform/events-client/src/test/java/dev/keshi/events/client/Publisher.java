package dev.keshi.events.client;

import dev.keshi.contracts.Topics;
import dev.keshi.test.infrastructure.RealKafka;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Publishes as Keshi does, and what Keshi never would. */
final class Publisher implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    Publisher(RealKafka kafka) {
        Topics.LAYOUTS.forEach(layout -> kafka.createTopic(layout.topic(), layout.partitions()));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void publish(Published... records) {
        Arrays.stream(records)
                .map(record -> producer.send(record.toSend()))
                .toList()
                .forEach(sent -> {
                    try {
                        sent.get();
                    } catch (ExecutionException | InterruptedException failure) {
                        throw new AssertionError(failure);
                    }
                });
    }

    /** The renamings of a department from one sequence to another. */
    void publish(String department, int first, int last) {
        publish(IntStream.rangeClosed(first, last)
                .mapToObj(sequence -> Published.renamed(department, sequence))
                .toArray(Published[]::new));
    }

    @Override
    public void close() {
        producer.close();
    }
}
