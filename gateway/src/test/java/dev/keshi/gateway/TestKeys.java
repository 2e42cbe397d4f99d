package dev.keshi.gateway;

import com.nimbusds.jose.jwk.JWK;
import dev.keshi.service.security.VerificationKeys;
import dev.keshi.test.TestTokens;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@TestConfiguration(proxyBeanMethods = false)
class TestKeys {

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
}
