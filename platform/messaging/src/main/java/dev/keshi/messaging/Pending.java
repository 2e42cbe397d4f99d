package dev.keshi.messaging;

/** A document that may have events to publish. */
record Pending(String collection, String id) {

    int lane() {
        return Lanes.of(id);
    }
}
