package dev.keshi.messaging.personal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys of people, unwrapped for use and kept in memory for a short while. */
final class PersonKeys {

    private static final Logger log = LoggerFactory.getLogger(PersonKeys.class);

    private final byte[] wrappingKey;
    private final WrappedKeys wrapped;

    /** Bounds how long a destroyed key can still be used by a replica that did not destroy it. */
    private final Cache<String, byte[]> unwrapped = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    PersonKeys(byte[] wrappingKey, WrappedKeys wrapped) {
        this.wrappingKey = wrappingKey;
        this.wrapped = wrapped;
    }

    /** The keys that exist; a person without one is absent. */
    Map<String, byte[]> find(Collection<String> personIds) {
        var found = new HashMap<String, byte[]>(unwrapped.getAllPresent(personIds));
        var missing = new HashSet<>(personIds);
        missing.removeAll(found.keySet());
        if (!missing.isEmpty()) {
            wrapped.find(missing).forEach((personId, key) -> unwrap(personId, key, found));
        }
        return found;
    }

    /** A fresh key, which counts once it is stored. */
    WrappedKey make(String personId) {
        byte[] key = AuthenticatedCipher.newKey();
        return new WrappedKey(
                key, Base64.getEncoder().encodeToString(AuthenticatedCipher.seal(wrappingKey, personId, key)));
    }

    /** Has at hand those that were stored; where another replica was first, its key counts. */
    void learn(Map<String, WrappedKey> made) {
        wrapped.find(made.keySet()).forEach((personId, stored) -> {
            var mine = made.get(personId);
            if (mine != null && mine.wrapped().equals(stored)) {
                unwrapped.put(personId, mine.key());
            }
        });
    }

    /** A key as it is used, and as it is stored. */
    record WrappedKey(byte[] key, String wrapped) {}

    private void unwrap(String personId, String key, Map<String, byte[]> found) {
        try {
            byte[] plain = AuthenticatedCipher.open(
                    wrappingKey, personId, Base64.getDecoder().decode(key));
            unwrapped.put(personId, plain);
            found.put(personId, plain);
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            log.error("The key of {} was not wrapped with this deployment's key", personId);
        }
    }

    /** Where the wrapped keys are kept. */
    interface WrappedKeys {
        Map<String, String> find(Collection<String> personIds);
    }
}
