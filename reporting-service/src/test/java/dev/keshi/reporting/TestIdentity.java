package dev.keshi.reporting;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keshi.service.security.VerificationKeys;
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

    private static final RSAKey KEY = key();

    @Bean
    VerificationKeys verificationKeys() {
        return new VerificationKeys() {
            @Override
            public boolean loaded() {
                return true;
            }

            @Override
            public Optional<JWK> find(String keyId) {
                return keyId.equals(KEY.getKeyID()) ? Optional.of(KEY.toPublicJWK()) : Optional.empty();
            }
        };
    }

    public static String token(String subject, String scope, String... roles) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer("http://127.0.0.1:8700")
                .audience("keshi")
                .subject(subject)
                .claim("roles", List.of(roles))
                .claim("scope", scope)
                .claim("epoch", 1)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(KEY.getKeyID())
                .type(new JOSEObjectType("at+jwt"))
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
