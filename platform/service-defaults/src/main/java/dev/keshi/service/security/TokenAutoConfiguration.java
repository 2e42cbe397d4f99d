package dev.keshi.service.security;

import dev.keshi.service.time.RealTime;
import java.util.HashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Access tokens and the keys that check them, the same for servlet services and the reactive gateway. */
@AutoConfiguration(
        afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
        after = dev.keshi.service.time.TimeAutoConfiguration.class,
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration"
        })
public class TokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(VerificationKeys.class)
    SigningKeys signingKeys(
            KafkaProperties kafka, KafkaConnectionDetails connection, RealTime time, Environment environment) {
        var name = environment.getProperty("spring.application.name", "keshi");
        return new SigningKeys(consumers(kafka, connection, name), time.clock());
    }

    private static Supplier<Consumer<String, byte[]>> consumers(
            KafkaProperties kafka, KafkaConnectionDetails connection, String name) {
        return () -> {
            var config = new HashMap<String, Object>(kafka.buildConsumerProperties());
            // A reader without a group: settings of the group protocol do not apply to it.
            config.keySet().removeIf(key -> key.startsWith("group."));
            config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
            config.put(ConsumerConfig.CLIENT_ID_CONFIG, name + "-signing-keys");
            config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
            config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            // A waiting fetch returns as soon as a key is published; in between it should cost nothing.
            config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10_000);
            config.remove(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG);
            config.remove(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);
            return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        };
    }

    @Bean
    @ConditionalOnMissingBean
    PermissionEpochs permissionEpochs() {
        return PermissionEpochs.none();
    }

    @Bean
    @ConditionalOnMissingBean
    AccessTokens accessTokens(VerificationKeys keys, PermissionEpochs epochs, RealTime time, Environment environment) {
        return new AccessTokens(keys, environment.getRequiredProperty("keshi.security.issuer"), epochs, time.clock());
    }

    @Bean
    @ConditionalOnMissingBean(name = "signingKeysHealthIndicator")
    HealthIndicator signingKeysHealthIndicator(VerificationKeys keys) {
        return () -> keys.loaded()
                ? Health.up().build()
                : Health.outOfService()
                        .withDetail("reason", "no signing key is known yet")
                        .build();
    }
}
