package dev.keshi.messaging.consumer;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * Makes consumers whose polls fit into memory. Kafka bounds a poll by the number of records and by bytes as they were compressed,
 * and a thousand records of a megabyte may be compressed to a few.
 */
final class BoundedConsumers extends DefaultKafkaConsumerFactory<String, byte[]> {

    /** One poll ends with the record with which it has so much; many times as many small events stay far below. */
    static final long MOST_BYTES = 8_000_000;

    BoundedConsumers(Map<String, Object> settings) {
        super(settings);
        setKeyDeserializerSupplier(StringDeserializer::new);
    }

    /** Each consumer has values of its own, and its constructor asks the factory for them. */
    @Override
    protected synchronized Consumer<String, byte[]> createRawConsumer(Map<String, Object> settings) {
        var values = new Values();
        setValueDeserializerSupplier(() -> values);
        return new Bounded(settings, values);
    }

    private final class Bounded extends ExtendedKafkaConsumer {

        private final Values values;

        Bounded(Map<String, Object> settings, Values values) {
            super(settings);
            this.values = values;
        }

        @Override
        public ConsumerRecords<String, byte[]> poll(Duration timeout) {
            values.bytes = 0;
            return super.poll(timeout);
        }
    }

    /**
     * Refuses a record when enough has come. Kafka then hands out those before it and offers it again at the next poll; that is
     * how it treats every value that cannot be read yet.
     */
    private static final class Values implements Deserializer<byte[]> {

        /** What an object and its places in lists take, for a header of no bytes too. */
        private static final int HEADER = 100;

        private long bytes;

        @Override
        public byte[] deserialize(String topic, byte[] value) {
            throw new UnsupportedOperationException("headers count as well");
        }

        @Override
        public byte[] deserialize(String topic, Headers headers, byte[] value) {
            if (bytes >= MOST_BYTES) {
                throw new SerializationException("Enough for one poll");
            }
            bytes += value.length;
            for (var header : headers) {
                bytes += HEADER + (header.value() == null ? 0 : header.value().length);
            }
            return value;
        }
    }
}
