package dev.keshi.events.client;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where records are laid aside, and what is known of the keys that have some there. */
public interface DeadLetterOffice {

    /** Whether an earlier record of this topic and key was laid aside and has not been settled. */
    boolean isParked(String topic, String key);

    /**
     * Lays a record aside, durably: when this returns, the record is safe and its key is parked. A record without a key is
     * kept, and parks nothing.
     *
     * @param attempts how often its handler was tried; 0 when it was never called
     * @throws StoreUnavailable when it is not known to be safe
     */
    void park(ConsumerRecord<byte[], byte[]> record, String reason, int attempts);

    /** Lays a record aside because its key is parked. */
    void parkBehind(ConsumerRecord<byte[], byte[]> record);
}
