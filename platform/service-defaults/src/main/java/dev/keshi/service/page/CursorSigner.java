package dev.keshi.service.page;

import dev.keshi.service.problem.CommonProblem;
import dev.keshi.service.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cursor = Base64url( tag (16 bytes of HMAC-SHA256 over list and place) | length of key | key | id ). As long as that is: what was
 * given out is taken back, and how long a request may be is the server's own limit.
 */
final class CursorSigner {

    private static final int TAG = 16;

    private final SecretKeySpec key;

    CursorSigner(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("KESHI_CURSOR_KEY must be Base64 of at least 32 bytes");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** @param list what the cursor belongs to: path, filters and sort */
    String sign(String list, Position position) {
        var sortKey = position.key().getBytes(StandardCharsets.UTF_8);
        var id = position.id().getBytes(StandardCharsets.UTF_8);
        var place = ByteBuffer.allocate(Integer.BYTES + sortKey.length + id.length)
                .putInt(sortKey.length)
                .put(sortKey)
                .put(id)
                .array();
        var cursor =
                ByteBuffer.allocate(TAG + place.length).put(tag(list, place)).put(place);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
    }

    /** @throws ProblemException 400 when it was not signed here for this list */
    Position verify(String list, String cursor) {
        byte[] bytes = decode(cursor);
        var place = Arrays.copyOfRange(bytes, TAG, bytes.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(bytes, TAG), tag(list, place))) {
            throw CommonProblem.invalidCursor().toException();
        }
        var length = ByteBuffer.wrap(place).getInt();
        return new Position(
                new String(place, Integer.BYTES, length, StandardCharsets.UTF_8),
                new String(
                        place, Integer.BYTES + length, place.length - Integer.BYTES - length, StandardCharsets.UTF_8));
    }

    private static byte[] decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length >= TAG + Integer.BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw CommonProblem.invalidCursor().toException();
        }
        throw CommonProblem.invalidCursor().toException();
    }

    private byte[] tag(String list, byte[] place) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var name = list.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
            mac.update(name);
            return Arrays.copyOf(mac.doFinal(place), TAG);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
