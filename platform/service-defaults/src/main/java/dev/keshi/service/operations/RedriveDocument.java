package dev.keshi.service.operations;

import dev.keshi.messaging.consumer.ParkedKey;

/** A redrive as it is kept. */
record RedriveDocument(
        String subscription, String topic, String parkedKey, boolean ended, int applied, boolean released) {

    static RedriveDocument of(ParkedKey key) {
        return new RedriveDocument(key.subscription(), key.topic(), key.key(), false, 0, false);
    }

    RedriveDocument ended(int events, boolean free) {
        return new RedriveDocument(subscription, topic, parkedKey, true, events, free);
    }
}
