package dev.keshi.org.identity.signing;

import com.nimbusds.jose.jwk.JWK;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.service.security.VerificationKeys;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The issuer checks tokens with its own keys, so that it needs no Kafka for that. */
@Component
@WhenEmbedded
final class OwnVerificationKeys implements VerificationKeys {

    private final SigningKeys keys;

    OwnVerificationKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean loaded() {
        return keys.loaded();
    }

    @Override
    public Optional<JWK> find(String keyId) {
        return keys.find(keyId);
    }
}
