package dev.keshi.messaging.consumer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event by its envelope alone: also one whose type this release does not know.
 *
 * @param id unique for ever; a repetition on the wire has the same
 * @param source which service published it
 * @param type logical name with version
 * @param aggregate kind of the aggregate that changed
 * @param key id of the aggregate
 * @param sequence its place among the events of the aggregate, from 1 without a gap
 * @param epoch rises when the producer's store was restored to an earlier point
 * @param json the value as it was on the wire; nobody has read it yet
 */
public record RawEvent(
        String id,
        @Nullable String source,
        String type,
        String topic,
        String aggregate,
        String key,
        long sequence,
        long epoch,
        Instant time,
        String actor,
        @Nullable String traceparent,
        byte[] json) {}
