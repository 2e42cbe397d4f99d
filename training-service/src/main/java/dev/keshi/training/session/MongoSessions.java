package dev.keshi.training.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoSessions {

    static final String COURSE = "state.courseCode";
    static final String STARTS_AT = "state.startsAt";
    static final String STATUS = "state.status";
    static final String ENROLMENTS = "state.enrolments";
    private static final String PERSON = "personId";
    private static final String STANDING = "status";
    private static final String ASKING = ENROLMENTS + "." + PERSON;
    private static final String COLLECTION = "sessions";

    private final AggregateCollection<SessionDocument> sessions;
    private final MongoOperations mongo;

    MongoSessions(AggregateStore store, MongoOperations mongo) {
        this.sessions = store.collection(COLLECTION, SessionDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(STARTS_AT, "_id"))
                .and(COLLECTION, Indexes.ascending(COURSE, STARTS_AT, "_id"))
                .and(COLLECTION, Indexes.ascending(STATUS, STARTS_AT, "_id"))
                .and(COLLECTION, Indexes.ascending(ASKING, STARTS_AT, "_id"));
    }

    /** Sessions in which somebody has or had a place, waits for one or has waited in vain. */
    static Bson of(String personId) {
        return elemMatch(
                ENROLMENTS,
                and(eq(PERSON, personId), in(STANDING, "ENROLLED", "WAITING", "ATTENDED", "ABSENT", "NOT_PLACED")));
    }

    Optional<Versioned<SessionDocument>> find(SessionId id) {
        return sessions.find(id.value());
    }

    Versioned<SessionDocument> create(SessionId id, CommandContext context, Session session) {
        return sessions.create(id.value(), context, change(session));
    }

    Versioned<SessionDocument> change(SessionId id, CommandContext context, Consumer<Session> decide) {
        return sessions.change(id.value(), context, document -> {
            var session = Session.of(id, document);
            decide.accept(session);
            return change(session);
        });
    }

    /** From the one that starts first. */
    List<Versioned<SessionDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending(STARTS_AT, "_id"))
                .limit(limit)
                .map(sessions::versioned)
                .into(new ArrayList<>());
    }

    /** Sessions ahead in which somebody has a place or waits. */
    List<SessionId> ahead(String personId, Instant now) {
        return mongo.getCollection(COLLECTION)
                .find(and(
                        eq(STATUS, SessionStatus.SCHEDULED.name()),
                        gt(STARTS_AT, Date.from(now)),
                        elemMatch(ENROLMENTS, and(eq(PERSON, personId), in(STANDING, "ENROLLED", "WAITING")))))
                .projection(include("_id"))
                .map(session -> new SessionId(session.getString("_id")))
                .into(new ArrayList<>());
    }

    private static Change<SessionDocument> change(Session session) {
        return new Change<>(session.toDocument(), session.takeEvents());
    }
}
