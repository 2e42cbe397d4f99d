package dev.keshi.test;

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
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An authorization server of one key; it may still have to be {@code loaded} by those who check tokens. */
public final class TestTokens {

    public static final String ISSUER = "http://127.0.0.1:8700";

    public final RSAKey key;
    public volatile boolean loaded = true;

    public TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("k1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<JWK> publicKey(String keyId) {
        return keyId.equals("k1") ? Optional.of(key.toPublicJWK()) : Optional.empty();
    }

    public String of(String subject, String... roles) {
        return token("k1", claims -> claims.subject(subject).claim("roles", List.of(roles)));
    }

    public String token(String keyId, Consumer<JWTClaimsSet.Builder> change) {
        return token(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(keyId)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                change);
    }

    public String token(JWSHeader header, Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("keshi")
                .subject("person-1")
                .claim("epoch", 4)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
        change.accept(claims);
        try {
            var jwt = new SignedJWT(header, claims.build());
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
