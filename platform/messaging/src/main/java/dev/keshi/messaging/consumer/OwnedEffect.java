package dev.keshi.messaging.consumer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static dev.keshi.messaging.AggregateDocument.HEARD;
import static dev.keshi.messaging.AggregateDocument.ID;
import static dev.keshi.messaging.AggregateDocument.VERSION;

import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.io.BasicOutputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An effect and the event that leads to it. New documents are kept as they are sent, and not beside that as they were said.
 *
 * @param change of documents that are there; absent when it inserts one
 * @param inserted the new document, with its id; absent when it changes documents
 * @param identityFields by which a repetition is known
 * @param whereItStandsAlready what happens instead to a document that is there already
 */
record OwnedEffect(
        Incoming source,
        String collection,
        @Nullable Effect change,
        @Nullable RawBsonDocument inserted,
        List<String> identityFields,
        List<Effect> whereItStandsAlready) {

    private static final String KEY = "key";

    static OwnedEffect of(Incoming source, Effect effect, CodecRegistry codecs) {
        return switch (effect) {
            case Effect.Insert insert -> {
                var id = source.raw().id() + ":" + insert.discriminator();
                yield inserting(source, effect, withId(id, insert.document()), codecs, List.of(), List.of());
            }
            case Effect.InsertAs insert ->
                inserting(source, effect, withId(insert.id(), insert.document()), codecs, insert.identity(), List.of());
            case Effect.Create create -> {
                var heard = new Document(KEY, source.key());
                EventPlace.of(source).putInto(heard);
                var document = withId(create.id(), create.document()).append(HEARD, heard);
                yield inserting(source, effect, document, codecs, List.of(), create.whereItStands());
            }
            case Effect.Advance _, Effect.Change _ -> changing(source, effect);
        };
    }

    private static OwnedEffect inserting(
            Incoming source,
            Effect effect,
            Document document,
            CodecRegistry codecs,
            List<String> identityFields,
            List<Effect> whereItStands) {
        return new OwnedEffect(
                source, effect.collection(), null, encoded(document, codecs), identityFields, whereItStands);
    }

    private static OwnedEffect changing(Incoming source, Effect effect) {
        return new OwnedEffect(source, effect.collection(), effect, null, List.of(), List.of());
    }

    /** In an array of its own size: many of these wait for each other. */
    private static RawBsonDocument encoded(Document document, CodecRegistry codecs) {
        var bytes = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(bytes)) {
            codecs.get(Document.class)
                    .encode(writer, document, EncoderContext.builder().build());
        }
        return new RawBsonDocument(bytes.toByteArray());
    }

    private static Document withId(String id, Document document) {
        var whole = new Document(ID, id);
        document.forEach((field, value) -> {
            if (!field.equals(ID)) {
                whole.append(field, value);
            }
        });
        return whole;
    }

    boolean inserts() {
        return inserted != null;
    }

    /** The document that it inserts. */
    RawBsonDocument encoded() {
        if (inserted == null) {
            throw new IllegalStateException(change + " writes no document");
        }
        return inserted;
    }

    /** Of the document that it inserts. */
    String id() {
        return encoded().getString(ID).getValue();
    }

    boolean isRepetitionOf(Document holder) {
        return identityOf(holder).equals(identityOf(encoded().decode(new DocumentCodec())));
    }

    Document identityOf(Document other) {
        var identity = new Document();
        identityFields.forEach(field -> identity.append(field, other.get(field)));
        return identity;
    }

    /** An existing document stays as it is, it may have been changed since, but for what is said for that. */
    Stream<OwnedEffect> whereItStands() {
        return whereItStandsAlready.stream().map(effect -> changing(source, effect));
    }

    WriteModel<Document> model() {
        return switch (change) {
            case Effect.Change some -> new UpdateManyModel<>(some.filter(), some.update());
            case Effect.Advance advance -> advance(advance);
            case null, default -> throw new IllegalStateException(collection + ": it changes no document");
        };
    }

    private WriteModel<Document> advance(Effect.Advance advance) {
        var place = EventPlace.of(source);
        var path = HEARD + ".";
        return new UpdateManyModel<>(
                and(advance.filter(), eq(path + KEY, source.key()), place.aheadOf(path)),
                combine(advance.update(), combine(place.updates(path)), inc(VERSION, 1L)));
    }
}
