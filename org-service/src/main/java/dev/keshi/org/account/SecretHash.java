package dev.keshi.org.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * SHA-256 of a random secret, URL-safe Base64. A fast hash is enough: a secret of 256 random bits cannot be guessed,
 * and whoever reads the store learns nothing they could use.
 */
public record SecretHash(String value) {

    public static SecretHash of(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretHash(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** In time that does not depend on where the two differ. */
    public boolean matches(String secret) {
        return MessageDigest.isEqual(
                value.getBytes(StandardCharsets.UTF_8), of(secret).value.getBytes(StandardCharsets.UTF_8));
    }
}
