package dev.keshi.org.identity.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.model.Updates;
import dev.keshi.org.account.SecretHash;
import dev.keshi.org.identity.IdentitySettings;
import dev.keshi.org.identity.WhenEmbedded;
import dev.keshi.service.time.RealTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions in MongoDB: {@code {_id: hash of the id, texts, createdAt, lastUsedAt, expiresAt}}. The id itself, which is
 * the cookie, is not kept. A session that was ended by one request is not brought back by another that was using it.
 */
@Component
@WhenEmbedded
final class MongoSessions implements SessionRepository<BrowserSession> {

    static final String COLLECTION = "sessions";

    private final MongoOperations mongo;
    private final IdentitySettings settings;
    private final Clock clock;

    MongoSessions(MongoOperations mongo, IdentitySettings settings, RealTime time) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = time.clock();
    }

    @Override
    public BrowserSession createSession() {
        return BrowserSession.fresh(clock.instant(), settings.sessionIdle());
    }

    @Override
    public void save(BrowserSession session) {
        session.setLastAccessedTime(clock.instant());
        var storedId = session.storedId();
        if (storedId == null) {
            insert(session);
        } else if (storedId.equals(session.getId())) {
            update(session);
        } else if (delete(storedId)) {
            insert(session);
        }
        session.stored();
    }

    @Override
    public @Nullable BrowserSession findById(String id) {
        var found = mongo.execute(
                COLLECTION,
                sessions -> sessions.find(and(eq("_id", key(id)), gt("expiresAt", Date.from(clock.instant()))))
                        .first());
        return found == null ? null : session(id, found);
    }

    @Override
    public void deleteById(String id) {
        delete(id);
    }

    private void insert(BrowserSession session) {
        var document = new Document("_id", key(session.getId()))
                .append("texts", texts(session))
                .append("createdAt", Date.from(session.getCreationTime()))
                .append("lastUsedAt", Date.from(session.getLastAccessedTime()))
                .append("expiresAt", expiry(session));
        mongo.execute(COLLECTION, sessions -> sessions.insertOne(document));
    }

    private void update(BrowserSession session) {
        Bson change = Updates.combine(
                Updates.set("texts", texts(session)),
                Updates.set("lastUsedAt", Date.from(session.getLastAccessedTime())),
                Updates.set("expiresAt", expiry(session)));
        mongo.execute(COLLECTION, sessions -> sessions.updateOne(eq("_id", key(session.getId())), change));
    }

    private boolean delete(String id) {
        var result = mongo.execute(COLLECTION, sessions -> sessions.deleteOne(eq("_id", key(id))));
        return result != null && result.getDeletedCount() == 1;
    }

    private Date expiry(BrowserSession session) {
        var idle = session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
        var end = session.getCreationTime().plus(settings.sessionLifetime());
        return Date.from(idle.isBefore(end) ? idle : end);
    }

    private BrowserSession session(String id, Document stored) {
        var session = BrowserSession.stored(
                id, instant(stored, "createdAt"), instant(stored, "lastUsedAt"), settings.sessionIdle());
        stored.get("texts", Document.class).forEach(session::setAttribute);
        return session;
    }

    private static Document texts(BrowserSession session) {
        var texts = new Document();
        session.getAttributeNames().forEach(name -> texts.append(name, session.getAttribute(name)));
        return texts;
    }

    private static Instant instant(Document stored, String field) {
        return stored.getDate(field).toInstant();
    }

    private static String key(String id) {
        return SecretHash.of(id).value();
    }
}
