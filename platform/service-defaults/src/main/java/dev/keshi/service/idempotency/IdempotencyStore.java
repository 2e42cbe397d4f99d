package dev.keshi.service.idempotency;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Where attempts and their answers are kept. */
public interface IdempotencyStore {

    /**
     * Takes the key for this request, or says why it cannot be taken. One round trip, atomic over all replicas.
     *
     * @param patience how long anyone waits for the answer; after that the same request may take the key again
     */
    Claim claim(String id, Fingerprint fingerprint, Duration patience);

    /** Keeps the answer, if the claim still is ours. */
    void complete(String id, String token, String bodyHash, StoredResponse response);

    /** Gives the key back, so that the request may be sent again. */
    void release(String id, String token);

    /**
     * What makes two requests the same.
     *
     * @param head hash over method, path and query
     * @param body hash over the body; absent for a large upload, which is hashed while it streams by
     */
    record Fingerprint(String head, Optional<String> body) {}

    /** @param headers those of ETag, Location and Content-Type that were set */
    record StoredResponse(int status, Map<String, String> headers, byte[] body) {}

    /** The outcome of an attempt to take a key. */
    sealed interface Claim {

        /** The key is ours. */
        record Taken(String token) implements Claim {}

        /** The same request is being worked on. */
        record InFlight() implements Claim {}

        /** The key belongs to a request that looks different. */
        record OtherRequest() implements Claim {}

        /** It was done before; {@code bodyHash} is of the body that was answered. */
        record Done(String bodyHash, StoredResponse response) implements Claim {}
    }
}
