package dev.keshi.training.trainee;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.StoreIndexes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoTraineeFacts {

    static final String COLLECTION = "trainee_facts";
    private static final String PERSON = "personId";
    private static final String KIND = "kind";
    private static final String AT = "at";
    private static final String ON = "on";
    private static final String SEQUENCE = "sequence";
    private static final String DEPARTMENT = "departmentId";
    private static final String POSITION = "positionId";
    private static final String HIRED = "hired";
    private static final String APPRAISAL = "appraisalId";
    private static final String POINTS = "points";
    private static final String CODE = "code";
    private static final String COURSE = "courseCode";
    private static final String REFERENCE = "reference";

    /** There until somebody has followed it. */
    private static final String NEWS = "news";

    private final MongoOperations mongo;

    MongoTraineeFacts(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(PERSON))
                .and(
                        COLLECTION,
                        Indexes.ascending(NEWS, PERSON),
                        new IndexOptions().name("news").partialFilterExpression(eq(NEWS, true)));
    }

    static Document document(String personId, TraineeFact fact) {
        var document = new Document(PERSON, personId).append(NEWS, true).append(AT, Date.from(fact.at()));
        switch (fact) {
            case TraineeFact.Works works -> {
                document.append(KIND, "WORKS")
                        .append(SEQUENCE, works.sequence())
                        .append(ON, works.on().toString())
                        .append(DEPARTMENT, works.departmentId())
                        .append(HIRED, works.hired());
                works.positionId().ifPresent(position -> document.append(POSITION, position));
            }
            case TraineeFact.Left left ->
                document.append(KIND, "LEFT")
                        .append(SEQUENCE, left.sequence())
                        .append(ON, left.on().toString());
            case TraineeFact.Appraised appraised ->
                document.append(KIND, "APPRAISED")
                        .append(SEQUENCE, appraised.sequence())
                        .append(APPRAISAL, appraised.appraisalId())
                        .append(
                                POINTS,
                                appraised.points().entrySet().stream()
                                        .map(one -> new Document(CODE, one.getKey())
                                                .append(POINTS, one.getValue().toPlainString()))
                                        .toList());
            case TraineeFact.Learned learned ->
                document.append(KIND, "LEARNED")
                        .append(COURSE, learned.courseCode())
                        .append(REFERENCE, learned.reference())
                        .append(ON, learned.on().toString());
        }
        return document;
    }

    /** In a fixed order. */
    List<String> peopleWithNews(String after, int most) {
        return mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(and(eq(NEWS, true), gt(PERSON, after))),
                        group("$" + PERSON, first(PERSON, "$" + PERSON)),
                        sort(ascending("_id")),
                        limit(most)))
                .map(person -> person.getString("_id"))
                .into(new ArrayList<>());
    }

    List<KnownFact> of(String personId) {
        return mongo.getCollection(COLLECTION)
                .find(eq(PERSON, personId))
                .map(document -> new KnownFact(document.getString("_id"), fact(document)))
                .into(new ArrayList<>());
    }

    void followed(Collection<String> facts) {
        mongo.getCollection(COLLECTION).updateMany(and(in("_id", facts), eq(NEWS, true)), Updates.unset(NEWS));
    }

    private static TraineeFact fact(Document document) {
        var at = document.getDate(AT).toInstant();
        return switch (document.getString(KIND)) {
            case "WORKS" ->
                new TraineeFact.Works(
                        document.getLong(SEQUENCE),
                        at,
                        on(document),
                        document.getString(DEPARTMENT),
                        Optional.ofNullable(document.getString(POSITION)),
                        document.getBoolean(HIRED));
            case "LEFT" -> new TraineeFact.Left(document.getLong(SEQUENCE), at, on(document));
            case "APPRAISED" -> appraised(document, at);
            case "LEARNED" ->
                new TraineeFact.Learned(document.getString(COURSE), document.getString(REFERENCE), at, on(document));
            default -> throw new IllegalStateException("A fact of no kind: " + document.getString("_id"));
        };
    }

    private static TraineeFact appraised(Document document, Instant at) {
        return new TraineeFact.Appraised(
                document.getString(APPRAISAL),
                document.getLong(SEQUENCE),
                at,
                document.getList(POINTS, Document.class).stream()
                        .collect(Collectors.toMap(
                                one -> one.getString(CODE), one -> new BigDecimal(one.getString(POINTS)))));
    }

    private static LocalDate on(Document document) {
        return LocalDate.parse(document.getString(ON));
    }
}
