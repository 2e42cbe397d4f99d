package dev.keshi.messaging.consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record goes that a subscription cannot apply. */
@FunctionalInterface
interface Parking {

    void park(String subscription, ConsumerRecord<String, byte[]> record, Refusal refusal);
}
