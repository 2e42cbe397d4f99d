package dev.keshi.messaging;

import com.github.f4b6a3.ulid.UlidCreator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Where new ids come from. An input, so that tests can say which ids come. */
@FunctionalInterface
public interface Ids {

    /** A new ULID: 26 characters, sorts by time of creation, monotonic within a process. */
    String next();

    static Ids ulid() {
        return () -> UlidCreator.getMonotonicUlid().toString();
    }

    /**
     * The id that a repeated command gets again: derived from the idempotency key when there is one, else new.
     *
     * @param kind what is created, so that one key used for two kinds gives two ids
     */
    default String forCommand(String kind, CommandContext context) {
        return context.key().map(key -> derived(kind, key)).orElseGet(this::next);
    }

    /** 128 bits of SHA-256 over kind and source, URL-safe Base64 without padding (22 characters). */
    static String derived(String kind, String source) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(source.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
