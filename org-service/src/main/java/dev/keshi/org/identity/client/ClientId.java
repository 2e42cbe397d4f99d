package dev.keshi.org.identity.client;

/** Identifies an integration client; the {@code client_id} of its tokens. */
public record ClientId(String value) {

    private static final String PREFIX = "client-";

    static ClientId of(String unique) {
        return new ClientId(PREFIX + unique);
    }
}
