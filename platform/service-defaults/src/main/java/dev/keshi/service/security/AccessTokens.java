package dev.keshi.service.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks an access token: RS256 or ES256 and nothing else, a known key of the fitting kind named by {@code kid}, type
 * {@code at+jwt} or {@code JWT}, issuer, audience {@code keshi}, times with 30 seconds of grace, a subject, and an epoch
 * that still is the current one.
 */
public final class AccessTokens implements JwtDecoder {

    public static final String AUDIENCE = "keshi";

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    private final VerificationKeys keys;
    private final NimbusJwtDecoder decoder;

    public AccessTokens(VerificationKeys keys, String issuer, PermissionEpochs epochs, Clock clock) {
        this.keys = keys;
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
        processor.setJWSKeySelector((header, context) -> candidates(header));
        processor.setJWTClaimsSetVerifier((claims, context) -> {
            // The validators below judge the claims.
        });
        this.decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator(issuer, epochs, clock));
    }

    /**
     * @throws KeysNotLoadedException while no keys are known
     * @throws BadJwtException when the token is refused
     */
    @Override
    public Jwt decode(String token) {
        if (!keys.loaded()) {
            throw new KeysNotLoadedException();
        }
        try {
            return decoder.decode(token);
        } catch (BadJwtException refused) {
            throw refused;
        } catch (JwtException refused) {
            throw new BadJwtException("The token cannot be checked", refused);
        }
    }

    private List<Key> candidates(JWSHeader header) {
        if (header.getKeyID() == null) {
            return List.of();
        }
        return keys.find(header.getKeyID())
                .filter(jwk -> jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse()))
                .filter(jwk -> jwk.getAlgorithm() == null || jwk.getAlgorithm().equals(header.getAlgorithm()))
                .map(jwk -> fitting(jwk, header))
                .orElse(List.of());
    }

    private static List<Key> fitting(JWK jwk, JWSHeader header) {
        try {
            if (JWSAlgorithm.RS256.equals(header.getAlgorithm()) && jwk instanceof RSAKey rsa) {
                return List.of(rsa.toRSAPublicKey());
            }
            if (JWSAlgorithm.ES256.equals(header.getAlgorithm())
                    && jwk instanceof ECKey ec
                    && Curve.P_256.equals(ec.getCurve())) {
                return List.of(ec.toECPublicKey());
            }
            return List.of();
        } catch (JOSEException unusable) {
            return List.of();
        }
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, PermissionEpochs epochs, Clock clock) {
        var times = new JwtTimestampValidator(CLOCK_SKEW);
        times.setClock(clock);
        return new DelegatingOAuth2TokenValidator<>(
                times,
                new JwtIssuerValidator(issuer),
                rule("a time of expiry is required", jwt -> jwt.getExpiresAt() != null),
                rule("another audience", jwt -> audience(jwt).contains(AUDIENCE)),
                rule(
                        "a subject is required",
                        jwt -> jwt.getSubject() != null && !jwt.getSubject().isBlank()),
                rule("rights were changed since", jwt -> isCurrent(jwt, epochs)));
    }

    private static List<String> audience(Jwt jwt) {
        var audience = jwt.getAudience();
        return audience == null ? List.of() : audience;
    }

    private static boolean isCurrent(Jwt jwt, PermissionEpochs epochs) {
        var current = epochs.current(Objects.requireNonNullElse(jwt.getSubject(), ""));
        return current.isEmpty() || epoch(jwt.getClaims()) >= current.getAsLong();
    }

    static long epoch(Map<String, Object> claims) {
        return claims.get("epoch") instanceof Number number ? number.longValue() : 0;
    }

    private static OAuth2TokenValidator<Jwt> rule(String reason, java.util.function.Predicate<Jwt> holds) {
        var refusal = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", reason, null));
        return jwt -> holds.test(jwt) ? OAuth2TokenValidatorResult.success() : refusal;
    }
}
