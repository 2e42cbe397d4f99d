package dev.keshi.org.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded issuer.
 *
 * @param key Base64 of 32 bytes that seal signing keys and authorizations in the store; the same for all replicas
 * @param firstAdministratorFile where the link of the first administrator is written; in the log when there is none
 * @param accessTokenLifetime how long a service accepts an access token without asking anyone
 * @param codeLifetime how long an authorization code waits to be exchanged
 * @param sessionIdle after how long without a request a session ends
 * @param sessionLifetime after how long it ends in any case
 * @param keyPeriod how long a key signs
 * @param keyLead how long before its first signature a key is published
 */
@ConfigurationProperties("keshi.identity")
public record IdentitySettings(
        @Nullable String key,
        @Nullable Path firstAdministratorFile,
        @DefaultValue("10m") Duration accessTokenLifetime,
        @DefaultValue("60s") Duration codeLifetime,
        @DefaultValue("30m") Duration sessionIdle,
        @DefaultValue("12h") Duration sessionLifetime,
        @DefaultValue("30d") Duration keyPeriod,
        @DefaultValue("1d") Duration keyLead) {

    public Optional<Path> administratorFile() {
        return Optional.ofNullable(firstAdministratorFile)
                .filter(path -> !path.toString().isBlank());
    }

    /** @throws IllegalStateException when no usable key is configured */
    public byte[] masterKey() {
        if (key == null || key.isBlank()) {
            throw new IllegalStateException("keshi.identity.key is not set: give 32 random bytes in Base64");
        }
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length != 32) {
            throw new IllegalStateException("keshi.identity.key has " + bytes.length + " bytes, not 32");
        }
        return bytes;
    }
}
