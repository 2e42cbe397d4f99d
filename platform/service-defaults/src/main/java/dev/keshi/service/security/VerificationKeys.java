package dev.keshi.service.security;

import com.nimbusds.jose.jwk.JWK;
import java.util.Optional;

/** The public keys that check access tokens. */
public interface VerificationKeys {

    /** Whether the keys are known; until then no token can be judged. */
    boolean loaded();

    /** @param keyId the token's {@code kid} */
    Optional<JWK> find(String keyId);
}
