package dev.keshi.messaging.consumer;

import java.time.Instant;

/**
 * An aggregate whose events one subscription does not get, because one of them could not be applied.
 *
 * @param subscription which handler does not get them; {@code *} when nobody here could read the event
 * @param key id of the aggregate
 * @param reason why the first of its events was not applied, when it was last tried
 * @param letters how many events wait, at most 10,000
 */
public record ParkedKey(
        String id, String subscription, String topic, String key, String reason, Instant since, long letters) {}
