package dev.keshi.service;

import com.nimbusds.jose.jwk.JWK;
import dev.keshi.service.idempotency.IdempotencyStore;
import dev.keshi.service.security.VerificationKeys;
import dev.keshi.test.TestTokens;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "dev.keshi.messaging.MessagingAutoConfiguration",
            "dev.keshi.messaging.consumer.ConsumerAutoConfiguration",
            "dev.keshi.messaging.personal.PersonalDataAutoConfiguration"
        })
@Import({ParcelController.class, ParcelProblems.class})
class TestService {

    @Bean
    TestTokens tokens() {
        return new TestTokens();
    }

    @Bean
    VerificationKeys verificationKeys(TestTokens tokens) {
        return new VerificationKeys() {
            @Override
            public boolean loaded() {
                return tokens.loaded;
            }

            @Override
            public Optional<JWK> find(String keyId) {
                return tokens.publicKey(keyId);
            }
        };
    }

    @Bean
    IdempotencyStore idempotencyStore() {
        return new InMemoryIdempotencyStore();
    }
}
