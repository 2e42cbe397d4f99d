package dev.keshi.benchmarks.appraisal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Stands for org-service: publishes a key and signs tokens with it. */
public final class Signer {

    private static final String KEY = "bench";
    private static final Duration DAY = Duration.ofDays(1);

    private final ECKey key;
    private final String issuer;

    private Signer(ECKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    /** Whose key is known to whoever listens from now on. */
    public static Signer known(OtherServices services, String issuer) {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyID(KEY).generate();
            var until = Instant.now().plus(DAY);
            services.publish(new SigningKeyPublishedV1(KEY, key.toPublicJWK().toJSONString(), until), KEY, 1);
            services.flush();
            return new Signer(key, issuer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a day. */
    public String token(String subject, String... roles) {
        try {
            var now = Instant.now();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(KEY)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .audience("keshi")
                            .subject(subject)
                            .claim("roles", List.of(roles))
                            .claim("epoch", 1L)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(now.plus(DAY)))
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
