package dev.keshi.events.client;

import dev.keshi.events.client.EventReader.Unusable;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The attributes of a CloudEvent in Kafka's binary mode, and those that a dead letter has besides. */
final class Headers {

    static final String ID = "ce_id";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String SEQUENCE = "ce_sequence";
    static final String EPOCH = "ce_epoch";
    static final String ACTOR = "ce_actor";
    static final String TRACE = "ce_traceparent";

    private Headers() {}

    static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    static @Nullable String text(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    static String required(ConsumerRecord<byte[], byte[]> record, String name) throws Unusable {
        var value = text(record, name);
        if (value == null || value.isBlank()) {
            throw new Unusable("no header " + name);
        }
        return value;
    }

    static long number(ConsumerRecord<byte[], byte[]> record, String name, long least) throws Unusable {
        var text = required(record, name);
        try {
            long number = Long.parseLong(text);
            if (number < least) {
                throw new Unusable("header " + name + " is " + number);
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw new Unusable("header " + name + " is not a number");
        }
    }
}
