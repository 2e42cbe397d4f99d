package dev.keshi.training.certificate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoCertificates {

    static final String PERSON = "state.personId";
    static final String COURSE = "state.courseCode";
    static final String EXPIRES_ON = "state.expiresOn";
    private static final String DIGEST = "state.numberDigest";
    private static final String NEXT_ON = "state.nextOn";
    private static final String REVOKED = "state.revokedAt";
    private static final String COLLECTION = "certificates";

    private final AggregateCollection<CertificateDocument> certificates;
    private final MongoOperations mongo;

    MongoCertificates(AggregateStore store, MongoOperations mongo) {
        this.certificates = store.collection(COLLECTION, CertificateDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(DIGEST), new IndexOptions().unique(true))
                .and(
                        COLLECTION,
                        Indexes.compoundIndex(Indexes.ascending(PERSON), Indexes.descending(EXPIRES_ON, "_id")))
                .and(COLLECTION, Indexes.ascending(PERSON, COURSE, EXPIRES_ON))
                .and(
                        COLLECTION,
                        Indexes.ascending(NEXT_ON, "_id"),
                        new IndexOptions().name("ending").partialFilterExpression(exists(NEXT_ON)));
    }

    Versioned<CertificateDocument> create(CertificateId id, CommandContext context, CertificateDocument certificate) {
        return certificates.create(
                id.value(), context, new Change<>(certificate, List.of(CertificateEvents.issued(id, certificate))));
    }

    Versioned<CertificateDocument> change(
            CertificateId id,
            CommandContext context,
            Function<CertificateDocument, Change<CertificateDocument>> decide) {
        return certificates.change(id.value(), context, decide);
    }

    Optional<Versioned<CertificateDocument>> find(CertificateId id) {
        return certificates.find(id.value());
    }

    Optional<Versioned<CertificateDocument>> find(CertificateNumber number) {
        return Optional.ofNullable(mongo.getCollection(COLLECTION)
                        .find(eq(DIGEST, number.digest()))
                        .projection(exclude("outbox", "commands"))
                        .first())
                .map(certificates::versioned);
    }

    /** Those that hold longest first. */
    List<Versioned<CertificateDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(descending(EXPIRES_ON, "_id"))
                .limit(limit)
                .map(certificates::versioned)
                .into(new ArrayList<>());
    }

    /** Whether the person has one of the same course that holds longer. */
    boolean hasLater(CertificateDocument certificate) {
        return mongo.getCollection(COLLECTION)
                        .find(and(
                                eq(PERSON, certificate.personId()),
                                eq(COURSE, certificate.courseCode()),
                                gt(EXPIRES_ON, certificate.expiresOn().toString()),
                                exists(REVOKED, false)))
                        .projection(include("_id"))
                        .first()
                != null;
    }

    /** Those that are to be looked at by a day, in a fixed order behind {@code after}. */
    List<CertificateId> dueBy(LocalDate day, String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(lte(NEXT_ON, day.toString()), gt("_id", after)))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(most)
                .map(certificate -> new CertificateId(certificate.getString("_id")))
                .into(new ArrayList<>());
    }
}
