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
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;

/**
 * An effect and the event that leads to it.
 *
 * @param inserted the new document; absent when it changes documents
 */
record OwnedEffect(Incoming source, Effect effect, @Nullable RawBsonDocument inserted) {

    private static final String KEY = "key";

    static OwnedEffect of(Incoming source, Effect effect, CodecRegistry codecs) {
        var document = document(source, effect);
        return new OwnedEffect(
                source, effect, document == null ? null : new RawBsonDocument(document, codecs.get(Document.class)));
    }

    private static @Nullable Document document(Incoming source, Effect effect) {
        return switch (effect) {
            case Effect.Insert insert -> withId(source.raw().id() + ":" + insert.discriminator(), insert.document());
            case Effect.InsertAs insert -> withId(insert.id(), insert.document());
            case Effect.Create create -> {
                var heard = new Document(KEY, source.key());
                EventPlace.of(source).putInto(heard);
                yield withId(create.id(), create.document()).append(HEARD, heard);
            }
            case Effect.Advance _, Effect.Change _ -> null;
        };
    }

    private static Document withId(String id, Document document) {
        if (id.equals(document.get(ID))) {
            return document;
        }
        var whole = new Document(ID, id);
        whole.putAll(document);
        return whole;
    }

    String collection() {
        return effect.collection();
    }

    boolean inserts() {
        return inserted != null;
    }

    /** The document that it inserts, with its id first. */
    RawBsonDocument encoded() {
        if (inserted == null) {
            throw new IllegalStateException(effect + " writes no document");
        }
        return inserted;
    }

    /** Of the document that it inserts. */
    String id() {
        return encoded().getString(ID).getValue();
    }

    List<String> identity() {
        return effect instanceof Effect.InsertAs insert ? insert.identity() : List.of();
    }

    boolean isRepetitionOf(Document holder) {
        return identityOf(holder).equals(identityOf(encoded().decode(new DocumentCodec())));
    }

    Document identityOf(Document other) {
        var fields = new Document();
        identity().forEach(field -> fields.append(field, other.get(field)));
        return fields;
    }

    /** An existing document stays as it is, it may have been changed since, but for what is said for that. */
    Stream<OwnedEffect> whereItStands() {
        return effect instanceof Effect.Create create
                ? create.whereItStands().stream().map(change -> new OwnedEffect(source, change, null))
                : Stream.empty();
    }

    WriteModel<Document> model() {
        return switch (effect) {
            case Effect.Change change -> new UpdateManyModel<>(change.filter(), change.update());
            case Effect.Advance advance -> advance(advance);
            case Effect.Insert _, Effect.InsertAs _, Effect.Create _ ->
                throw new IllegalStateException(effect + " changes no document");
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
