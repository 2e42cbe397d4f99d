package dev.keshi.benchmarks.appraisal;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.keshi.contracts.org.SigningKeyPublishedV1;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Stands for org-service: publishes a key and signs one token with it. */
final class Signer {

    private static final String KEY = "bench";
    private static final Duration DAY = Duration.ofDays(1);

    private Signer() {}

    /** @return a token of somebody of human resources, for a day */
    static String token(OtherServices services, String issuer) {
        try {
            var key = new ECKeyGenerator(Curve.P_256).keyID(KEY).generate();
            var now = Instant.now();
            services.publish(new SigningKeyPublishedV1(KEY, key.toPublicJWK().toJSONString(), now.plus(DAY)), KEY, 1);
            services.flush();
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(KEY)
                            .type(JOSEObjectType.JWT)
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer)
                            .audience("keshi")
                            .subject("hana")
                            .claim("roles", List.of("EMPLOYEE", "HR"))
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
