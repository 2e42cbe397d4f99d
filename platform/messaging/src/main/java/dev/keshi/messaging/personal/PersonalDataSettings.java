package dev.keshi.messaging.personal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param key Base64 of the 32 bytes that wrap the keys of people; the same for all services of a deployment, from a
 *     secret
 * @param keeper whether this service makes the keys (org-service) or keeps copies
 */
@ConfigurationProperties("keshi.personal-data")
public record PersonalDataSettings(
        @Nullable String key, @DefaultValue("false") boolean keeper) {

    byte[] wrappingKey() {
        if (key == null || key.isBlank()) {
            throw new IllegalStateException("keshi.personal-data.key is not set: give 32 random bytes in Base64");
        }
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length != AuthenticatedCipher.KEY_BYTES) {
            throw new IllegalStateException("keshi.personal-data.key has " + bytes.length + " bytes, not 32");
        }
        return bytes;
    }
}
