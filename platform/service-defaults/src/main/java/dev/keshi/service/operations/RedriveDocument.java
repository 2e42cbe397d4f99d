package dev.keshi.service.operations;

import dev.keshi.messaging.consumer.ParkedKey;
import java.time.Instant;

/** A redrive as it is kept. */
record RedriveDocument(
        String subscription,
        String topic,
        String parkedKey,
        Instant requestedAt,
        boolean ended,
        int applied,
        boolean released) {

    static RedriveDocument of(ParkedKey key, Instant now) {
        return new RedriveDocument(key.subscription(), key.topic(), key.key(), now, false, 0, false);
    }

    RedriveDocument ended(int events, boolean free) {
        return new RedriveDocument(subscription, topic, parkedKey, requestedAt, true, events, free);
    }
}
