package dev.keshi.org.identity.authorization;

import dev.keshi.org.account.SecretHash;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Secrets of clients are 256 random bits that we made ourselves, so a fast hash keeps them. */
final class ClientSecretEncoder implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : SecretHash.of(secret.toString()).value();
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
        return secret != null && encoded != null && new SecretHash(encoded).matches(secret.toString());
    }
}
