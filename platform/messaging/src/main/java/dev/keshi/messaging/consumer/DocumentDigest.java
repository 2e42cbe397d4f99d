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
        this(sha256());
    }

    private DocumentDigest(MessageDigest digest) {
        this.digest = digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** One that goes on by itself. */
    DocumentDigest fork() {
        try {
            return new DocumentDigest((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 can be copied", e);
        }
    }

    /** @param content as {@link #encoded} gives it */
    void add(byte[] content) {
        digest.update(content);
    }

    /** Of what has been added so far. */
    String hex() {
        return HexFormat.of().formatHex(fork().digest.digest());
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
    static Document content(List<FieldPath> fields, Document document) {
        if (fields.isEmpty()) {
            var copy = sorted(document);
            copy.remove(ProjectionWriter.LAST_EVENT);
            return copy;
        }
        var content = new Document("_id", document.get("_id"));
        for (var field : fields) {
            var value = ordered(field.in(document));
            if (value != null) {
                content.append(field.name(), value);
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
