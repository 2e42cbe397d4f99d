package dev.keshi.events.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * By what a record is known again that comes from its place a second time. The place alone does not tell: a topic that was deleted and
 * made again gives the same places to other records.
 */
final class Fingerprint {

    /** Of a letter that has none. */
    static final long NONE = 0;

    private Fingerprint() {}

    /** Of its place, headers and value; never {@link #NONE}. */
    static long of(ConsumerRecord<byte[], byte[]> record) {
        var digest = sha256();
        digest.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(record.partition())
                .putLong(record.offset())
                .flip());
        record.headers().forEach(header -> {
            update(digest, header.key().getBytes(StandardCharsets.UTF_8));
            update(digest, header.value());
        });
        update(digest, record.value());
        long first = ByteBuffer.wrap(digest.digest()).getLong();
        return first == NONE ? 1 : first;
    }

    private static void update(MessageDigest digest, byte @Nullable [] part) {
        int length = part == null ? -1 : part.length;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        if (part != null) {
            digest.update(part);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
