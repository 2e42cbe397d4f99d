package dev.keshi.messaging;

import dev.keshi.contracts.PublishedEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that was read as an event. */
record Incoming(ConsumerRecord<String, byte[]> record, ReceivedEvent<PublishedEvent> event) {

    String key() {
        return event.key();
    }
}
