package dev.keshi.org.identity.authorization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An authorization as it is kept, sealed: plain values and no class names, so that neighbouring releases read each
 * other's.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record StoredAuthorization(
        String clientId,
        String principal,
        String grantType,
        List<String> scopes,
        @Nullable Person person,
        @Nullable Request request,
        @Nullable Token code,
        @Nullable Token accessToken,
        @Nullable Token idToken) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(String account, String personId, String sid, Instant at, long signInEpoch) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Request(
            String uri,
            String clientId,
            @Nullable String redirectUri,
            @Nullable String state,
            List<String> scopes,
            Map<String, Object> parameters) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Token(String value, Instant issuedAt, Instant expiresAt, boolean invalidated) {}
}
