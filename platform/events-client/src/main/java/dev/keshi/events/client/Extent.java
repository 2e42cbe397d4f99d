package dev.keshi.events.client;

import dev.keshi.contracts.Envelope;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** How much of a record a letter holds: as much as the topic takes. Each holds less than the one before; the last is small, whatever came. */
enum Extent {

    /** All it came with. */
    WHOLE {
        @Override
        ProducerRecord<byte[], byte[]> letter(String topic, ConsumerRecord<byte[], byte[]> record) {
            return new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
        }
    },

    /** Without the headers that no event of Keshi needs: it can still be handled. */
    EVENT {
        @Override
        ProducerRecord<byte[], byte[]> letter(String topic, ConsumerRecord<byte[], byte[]> record) {
            var headers = envelope(record).toList();
            var letter = new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
            Headers.put(letter, DeadLetterHeaders.HEADERS_OMITTED, "true");
            return letter;
        }
    },

    /** Whose event it is and where it lies. A key that is longer than an id can be is nobody's. */
    PLACE {
        @Override
        ProducerRecord<byte[], byte[]> letter(String topic, ConsumerRecord<byte[], byte[]> record) {
            var headers = envelope(record)
                    .filter(header -> header.value() == null || header.value().length <= LONGEST_PART)
                    .toList();
            var key = record.key() == null || record.key().length > LONGEST_PART ? null : record.key();
            var letter = new ProducerRecord<byte[], byte[]>(topic, null, key, null, headers);
            Headers.put(letter, DeadLetterHeaders.HEADERS_OMITTED, "true");
            Headers.put(letter, DeadLetterHeaders.VALUE_OMITTED, "true");
            return letter;
        }
    };

    /** Bytes; four for each character of the longest id, and some more. */
    private static final int LONGEST_PART = 1_000;

    private static final List<String> ENVELOPE = List.of(
            Envelope.ID,
            Envelope.SOURCE,
            Envelope.TYPE,
            Envelope.SUBJECT,
            Envelope.TIME,
            Envelope.SEQUENCE,
            Envelope.EPOCH,
            Envelope.ACTOR,
            Envelope.TRACE);

    /** What to send, still without the headers that make a letter of it. */
    abstract ProducerRecord<byte[], byte[]> letter(String topic, ConsumerRecord<byte[], byte[]> record);

    private static Stream<Header> envelope(ConsumerRecord<byte[], byte[]> record) {
        return ENVELOPE.stream().map(record.headers()::lastHeader).filter(Objects::nonNull);
    }
}
