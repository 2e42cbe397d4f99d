package dev.keshi.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** How events are sent: nothing is given up, and nothing overtakes. */
public final class ProducerSettings {

    private ProducerSettings() {}

    public static Map<String, Object> of(KafkaProperties kafka) {
        var settings = new HashMap<>(kafka.buildProducerProperties());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        // A broker takes any first sequence of a producer that it does not know. With more than one request on its way
        // the
        // first may be refused (the partition has no leader yet) and the second accepted: it has overtaken, and the
        // first is
        // refused for ever. One request carries a batch for every partition, so this costs a relay nothing that it
        // could use.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        // A record that was given up while a later one of its key arrived would be a gap; so none is given up.
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return settings;
    }
}
