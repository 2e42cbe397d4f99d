package dev.keshi.service;

import dev.keshi.service.idempotency.IdempotencyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class InMemoryIdempotencyStore implements IdempotencyStore {

    private record Kept(
            String token,
            String head,
            Optional<String> body,
            @Nullable StoredResponse response) {}

    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Duration> patiences = new HashMap<>();
    private int tokens;

    @Override
    public synchronized Claim claim(String id, Fingerprint fingerprint, Duration patience) {
        patiences.put(id, patience);
        var found = kept.get(id);
        if (found == null) {
            var token = "t" + ++tokens;
            kept.put(id, new Kept(token, fingerprint.head(), fingerprint.body(), null));
            return new Claim.Taken(token);
        }
        if (!found.head().equals(fingerprint.head())
                || (found.body().isPresent()
                        && fingerprint.body().isPresent()
                        && !found.body().equals(fingerprint.body()))) {
            return new Claim.OtherRequest();
        }
        return found.response() == null
                ? new Claim.InFlight()
                : new Claim.Done(found.body().orElseThrow(), found.response());
    }

    @Override
    public synchronized void complete(String id, String token, String bodyHash, StoredResponse response) {
        kept.computeIfPresent(id, (key, old) -> new Kept(token, old.head(), Optional.of(bodyHash), response));
    }

    @Override
    public synchronized void release(String id, String token) {
        kept.remove(id);
    }

    synchronized Duration patienceOf(String id) {
        return java.util.Objects.requireNonNull(patiences.get(id));
    }

    synchronized String headOf(String id) {
        return java.util.Objects.requireNonNull(kept.get(id)).head();
    }
}
