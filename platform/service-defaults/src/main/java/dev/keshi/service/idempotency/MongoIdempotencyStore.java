package dev.keshi.service.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import dev.keshi.messaging.StoreIndexes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Collection {@code idempotency_keys} in the service's own store. Time is the server's, so replicas agree on it. */
final class MongoIdempotencyStore implements IdempotencyStore {

    private static final String COLLECTION = "idempotency_keys";
    private static final Duration KEPT = Duration.ofHours(24);

    private final MongoDatabaseFactory database;

    static StoreIndexes indexes() {
        return StoreIndexes.of(
                COLLECTION,
                Indexes.ascending("createdAt"),
                new IndexOptions().name("expiry").expireAfter(KEPT.toSeconds(), TimeUnit.SECONDS));
    }

    MongoIdempotencyStore(MongoDatabaseFactory database) {
        this.database = database;
    }

    @Override
    public Claim claim(String id, Fingerprint fingerprint, Duration patience) {
        var token = UUID.randomUUID().toString();
        try {
            return judge(take(id, token, fingerprint, patience), token, fingerprint);
        } catch (MongoCommandException raced) {
            if (ErrorCategory.fromErrorCode(raced.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw raced;
            }
            return judge(take(id, token, fingerprint, patience), token, fingerprint);
        }
    }

    /** A lost claim costs nothing but a repetition, which the documents recognise: it need not wait for the majority. */
    private Document take(String id, String token, Fingerprint fingerprint, Duration patience) {
        var stage = new Document(
                "$replaceWith",
                new Document("$cond", List.of(free(fingerprint), fresh(id, token, fingerprint, patience), "$$ROOT")));
        var taken = collection()
                .withWriteConcern(WriteConcern.W1)
                .findOneAndUpdate(
                        eq("_id", id),
                        List.of(stage),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(taken, "An upsert gives the document back");
    }

    private static Document fresh(String id, String token, Fingerprint fingerprint, Duration patience) {
        return new Document("_id", literal(id))
                .append("token", literal(token))
                .append("state", "in-flight")
                .append("head", literal(fingerprint.head()))
                .append("body", literal(fingerprint.body().orElse(null)))
                .append("until", new Document("$add", List.of("$$NOW", patience.toMillis())))
                .append("createdAt", "$$NOW");
    }

    private static Document free(Fingerprint fingerprint) {
        var absent = new Document("$eq", List.of(new Document("$type", "$state"), "missing"));
        var abandoned = new Document(
                "$and",
                List.of(
                        equal("$state", "in-flight"),
                        equal("$head", fingerprint.head()),
                        new Document(
                                "$in",
                                List.of(
                                        "$body",
                                        java.util.Arrays.asList(
                                                literal(null),
                                                literal(fingerprint.body().orElse(null))))),
                        new Document("$lt", List.of("$until", "$$NOW"))));
        // The TTL monitor runs once a minute and may lag.
        return new Document("$or", List.of(absent, abandoned, pastItsDay()));
    }

    private static Document equal(String path, String value) {
        return new Document("$eq", List.of(path, literal(value)));
    }

    private static Document pastItsDay() {
        return new Document("$lt", List.of("$createdAt", new Document("$subtract", List.of("$$NOW", KEPT.toMillis()))));
    }

    private static Document literal(@Nullable Object value) {
        return new Document("$literal", value);
    }

    private static Claim judge(Document found, String token, Fingerprint fingerprint) {
        if (token.equals(found.getString("token"))) {
            return new Claim.Taken(token);
        }
        var body = found.getString("body");
        var sameBody = body == null || fingerprint.body().map(body::equals).orElse(true);
        if (!fingerprint.head().equals(found.getString("head")) || !sameBody) {
            return new Claim.OtherRequest();
        }
        if (!"done".equals(found.getString("state"))) {
            return new Claim.InFlight();
        }
        return new Claim.Done(Objects.requireNonNull(body, "A finished request has a body hash"), response(found));
    }

    private static StoredResponse response(Document found) {
        var headers = new HashMap<String, String>();
        found.get("headers", new Document()).forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new StoredResponse(
                found.getInteger("status"),
                headers,
                found.get("response", Binary.class).getData());
    }

    @Override
    public void complete(String id, String token, String bodyHash, StoredResponse response) {
        collection()
                .updateOne(
                        mine(id, token),
                        combine(
                                set("state", "done"),
                                set("body", bodyHash),
                                set("status", response.status()),
                                set("headers", new Document(new HashMap<String, Object>(response.headers()))),
                                set("response", new Binary(response.body())),
                                currentDate("finishedAt")));
    }

    @Override
    public void release(String id, String token) {
        collection().deleteOne(mine(id, token));
    }

    private static Bson mine(String id, String token) {
        return and(eq("_id", id), eq("token", token), eq("state", "in-flight"));
    }

    private MongoCollection<Document> collection() {
        return database.getMongoDatabase().getCollection(COLLECTION);
    }
}
