package dev.keshi.service.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.keshi.contracts.Topics;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import dev.keshi.test.Eventually;
import dev.keshi.test.infrastructure.RealInfrastructure;
import dev.keshi.test.infrastructure.RealKafka;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@RealInfrastructure
class SigningKeysIT {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void keysAreReadFromTheBeginningAndFollowed(RealKafka kafka) throws Exception {
        var keys = new SigningKeys(() -> consumer(kafka), Clock.fixed(NOW, ZoneOffset.UTC));
        keys.start();
        try {
            assertThat(keys.loaded()).as("there is no topic yet").isFalse();
            kafka.createTopic(Topics.SIGNING_KEYS, 1);
            var first = key("first");
            publish(kafka, "first", event(first, NOW.plusSeconds(60)));
            Eventually.holds(keys::loaded);
            assertThat(keys.find("first")).contains(first.toPublicJWK());
            assertThat(keys.find("unknown")).isEmpty();

            publish(kafka, "broken", "not json".getBytes());
            publish(kafka, "expired", event(key("expired"), NOW.minusSeconds(1)));
            publish(kafka, "second", event(key("second"), NOW.plusSeconds(60)));
            Eventually.holds(() -> keys.find("second").isPresent());
            assertThat(keys.find("expired")).isEmpty();
            assertThat(keys.find("broken")).isEmpty();

            publish(kafka, "first", null);
            Eventually.holds(() -> keys.find("first").isEmpty());
            assertThat(keys.loaded()).isTrue();
        } finally {
            keys.stop();
        }

        var restarted = new SigningKeys(() -> consumer(kafka), Clock.fixed(NOW, ZoneOffset.UTC));
        restarted.start();
        try {
            Eventually.holds(restarted::loaded);
            assertThat(restarted.find("second")).isPresent();
        } finally {
            restarted.stop();
        }
    }

    private static RSAKey key(String id) throws Exception {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    private static byte[] event(RSAKey key, Instant notAfter) {
        return JsonMapper.builder()
                .build()
                .writeValueAsBytes(new SigningKeyPublishedV1(
                        key.getKeyID(), key.toPublicJWK().toJSONString(), notAfter));
    }

    private static KafkaConsumer<String, byte[]> consumer(RealKafka kafka) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrap(),
                        "allow.auto.create.topics",
                        false,
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void publish(RealKafka kafka, String id, byte @Nullable [] value) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.SIGNING_KEYS, id, value)).get(10, TimeUnit.SECONDS);
        }
    }
}
