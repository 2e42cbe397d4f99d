package dev.keshi.messaging.consumer;

import dev.keshi.contracts.PublishedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record whose envelope was read and, where a handler wants the contract record, its value too. */
record Incoming(
        ConsumerRecord<String, byte[]> record,
        RawEvent raw,
        @Nullable ReceivedEvent<PublishedEvent> understood) {

    String key() {
        return raw.key();
    }

    ReceivedEvent<PublishedEvent> event() {
        if (understood == null) {
            throw new IllegalStateException("The value of " + raw.type() + " was not read");
        }
        return understood;
    }
}
