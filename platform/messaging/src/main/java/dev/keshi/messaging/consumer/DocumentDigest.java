package dev.keshi.messaging.consumer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/** SHA-256 over what documents contain, whatever the order of their fields. */
final class DocumentDigest {

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final MessageDigest digest;

    DocumentDigest() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** @param content as {@link #encoded} gives it */
    void add(byte[] content) {
        digest.update(content);
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static byte[] encoded(Document content) {
        var bytes = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(bytes)) {
            CODEC.encode(writer, content, EncoderContext.builder().build());
        }
        return bytes.toByteArray();
    }

    /**
     * What counts of a document: its fields in one order.
     *
     * @param fields those that count, besides the id; when empty everything but the id of the last event, which older copies do not keep
     */
    static Document content(List<String> fields, Document document) {
        if (fields.isEmpty()) {
            var copy = sorted(document);
            copy.remove(ProjectionWriter.LAST_EVENT);
            return copy;
        }
        var content = new Document("_id", document.get("_id"));
        for (var field : fields) {
            var value = ordered(ReadModel.value(document, field));
            if (value != null) {
                content.append(field, value);
            }
        }
        return content;
    }

    private static Document sorted(Document document) {
        var sorted = new Document();
        new TreeMap<>(document).forEach((name, value) -> sorted.append(name, ordered(value)));
        return sorted;
    }

    private static @Nullable Object ordered(@Nullable Object value) {
        return switch (value) {
            case Document inner -> sorted(inner);
            case List<?> list -> list.stream().map(DocumentDigest::ordered).toList();
            case null, default -> value;
        };
    }
}
