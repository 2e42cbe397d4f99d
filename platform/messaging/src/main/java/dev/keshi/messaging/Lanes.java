package dev.keshi.messaging;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Aggregates are spread over a fixed number of lanes; one replica at a time publishes for a lane, which keeps order per key. */
final class Lanes {

    static final int COUNT = 64;

    private Lanes() {}

    /** Stored with the document; the hash must never change. */
    static int of(String aggregateId) {
        var hash = new CRC32C();
        hash.update(aggregateId.getBytes(StandardCharsets.UTF_8));
        return (int) (hash.getValue() % COUNT);
    }
}
