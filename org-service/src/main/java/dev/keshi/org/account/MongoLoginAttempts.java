package dev.keshi.org.account;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * One small document per login name that was tried, changed in one atomic step by the server's clock and removed by the
 * server some time after the last attempt. The name stands there as a hash: people type passwords into the wrong field.
 */
final class MongoLoginAttempts implements LoginAttempts {

    static final String COLLECTION = "login_attempts";

    private final MongoOperations mongo;
    private final int limit;
    private final Duration lockOut;

    MongoLoginAttempts(MongoOperations mongo, int limit, Duration lockOut) {
        this.mongo = mongo;
        this.limit = limit;
        this.lockOut = lockOut;
    }

    @Override
    public boolean admit(LoginName name) {
        Document attempt;
        try {
            attempt = count(name);
        } catch (DuplicateKeyException anotherMadeTheDocument) {
            attempt = count(name);
        }
        return attempt.getBoolean("admitted", false);
    }

    @Override
    public void succeeded(LoginName name) {
        mongo.execute(COLLECTION, attempts -> attempts.deleteOne(Filters.eq("_id", key(name))));
    }

    private Document count(LoginName name) {
        var attempt = mongo.execute(
                COLLECTION,
                attempts -> attempts.findOneAndUpdate(
                        Filters.eq("_id", key(name)),
                        steps(),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        if (attempt == null) {
            throw new IllegalStateException("An upsert answers its document");
        }
        return attempt;
    }

    /** The server's clock decides; a pipeline sees the document as it was, so the steps follow one another. */
    private List<Document> steps() {
        var later = new Document("$add", List.of("$$NOW", lockOut.toMillis()));
        var lockedOut = new Document("$gt", List.of("$lockedUntil", "$$NOW"));
        var stillCounting = new Document("$gt", List.of("$expiresAt", "$$NOW"));
        var counted = new Document("$add", List.of(cond(stillCounting, ifNull("$failures"), 0), 1));
        return List.of(
                set(new Document("admitted", new Document("$not", List.of(lockedOut)))),
                set(new Document("failures", cond("$admitted", counted, "$failures"))
                        .append("expiresAt", cond("$admitted", later, "$expiresAt"))),
                set(new Document(
                        "lockedUntil",
                        cond(
                                new Document(
                                        "$and",
                                        List.of("$admitted", new Document("$gte", List.of("$failures", limit)))),
                                later,
                                "$lockedUntil"))));
    }

    private static Document set(Document fields) {
        return new Document("$set", fields);
    }

    private static Document cond(Object test, Object yes, Object no) {
        return new Document("$cond", List.of(test, yes, no));
    }

    private static Document ifNull(String field) {
        return new Document("$ifNull", List.of(field, 0));
    }

    private static String key(LoginName name) {
        return SecretHash.of(name.value()).value();
    }
}
