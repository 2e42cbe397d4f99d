package dev.keshi.messaging.consumer;

import dev.keshi.messaging.AggregateDocument;
import java.util.List;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/** A document as it is kept. It is decoded when it is looked into, which one that is the same as another needs not be. Of one thread at a time. */
final class ReadDocument {

    private static final DocumentCodec CODEC = new DocumentCodec();

    private final RawBsonDocument kept;
    private @Nullable Document decoded;
    private byte @Nullable [] content;

    ReadDocument(RawBsonDocument kept) {
        this.kept = kept;
    }

    String id() {
        return decoded == null
                ? kept.getString(AggregateDocument.ID).getValue()
                : decoded.getString(AggregateDocument.ID);
    }

    Document document() {
        if (decoded == null) {
            decoded = kept.decode(CODEC);
        }
        return decoded;
    }

    /** @param fields those that count, as {@link DocumentDigest#content} has them; the same ones each time */
    byte[] content(List<FieldPath> fields) {
        if (content == null) {
            content = DocumentDigest.encoded(DocumentDigest.content(fields, document()));
        }
        return content;
    }

    /** Byte for byte, fields that do not count too. */
    boolean isKeptAs(ReadDocument other) {
        return kept.getByteBuffer().asNIO().equals(other.kept.getByteBuffer().asNIO());
    }
}
