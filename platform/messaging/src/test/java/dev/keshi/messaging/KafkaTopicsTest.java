package dev.keshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KafkaTopicsTest {

    @Test
    void aBrokerWhoseNameIsNotKnownYetIsWaitedFor() {
        var topics = new KafkaTopics(Map.of("bootstrap.servers", "broker.invalid:9092"), "topics-test");
        var asked = new AtomicInteger();

        assertThat(topics.ensure(() -> asked.incrementAndGet() <= 2)).isFalse();

        assertThat(asked).hasValue(3);
    }
}
