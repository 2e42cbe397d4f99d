package dev.keshi.notification;

import com.nimbusds.jose.jwk.JWK;
import dev.keshi.service.security.VerificationKeys;
import dev.keshi.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The authorization server of the tests: one key, any token. */
@TestConfiguration(proxyBeanMethods = false)
public class TestIdentity {

    private static final TestTokens TOKENS = new TestTokens();

    @Bean
    VerificationKeys verificationKeys() {
        return new VerificationKeys() {
            @Override
            public boolean loaded() {
                return TOKENS.loaded;
            }

            @Override
            public Optional<JWK> find(String keyId) {
                return TOKENS.publicKey(keyId);
            }
        };
    }

    public static String token(String subject, String... roles) {
        return token(subject, Duration.ofMinutes(10), roles);
    }

    public static String token(String subject, Duration lifetime, String... roles) {
        return TOKENS.token(
                "k1",
                claims -> claims.subject(subject)
                        .claim("roles", List.of(roles))
                        .claim("epoch", 1)
                        .expirationTime(Date.from(Instant.now().plus(lifetime))));
    }
}
