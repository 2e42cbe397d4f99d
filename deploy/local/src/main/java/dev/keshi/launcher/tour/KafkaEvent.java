package dev.keshi.launcher.tour;

/** An event as it lies in Kafka. */
record KafkaEvent(String topic, String type, String key, long sequence, String id) {

    String line() {
        return "%s key=%s sequence=%d".formatted(type, key, sequence);
    }
}
