package dev.keshi.messaging.consumer;

import dev.keshi.contracts.PublishedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as it came from Kafka.
 *
 * @param id unique for ever; a repetition on the wire has the same
 * @param type logical name with version
 * @param aggregate kind of the aggregate that changed
 * @param key id of the aggregate
 * @param sequence its place among the events of the aggregate, from 1 without a gap
 * @param epoch rises when the producer's store was restored to an earlier point
 * @param data the contract record
 * @param raw the JSON as it was on the wire
 */
public record ReceivedEvent<E extends PublishedEvent>(
        String id,
        String type,
        String topic,
        String aggregate,
        String key,
        long sequence,
        long epoch,
        Instant time,
        String actor,
        @Nullable String traceparent,
        E data,
        byte[] raw) {}
