package dev.keshi.training.trainee;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.StoreIndexes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Facts, and beside them which of them are news. The two are apart because facts can be made anew from the archive, and that is no news:
 * nothing follows from it. A figure is one fact that is told again and again; its news says from when on the figure counts, and by which
 * of its events.
 */
@Repository
class MongoTraineeFacts {

    static final String COLLECTION = "trainee_facts";
    static final String NEWS = "trainee_news";
    static final String PERSON_OF_NEWS = "personId";
    static final String IS_NEW = "news";

    /** Of a figure: which of its events it was. */
    static final String SEQUENCE_OF_NEWS = "sequence";

    /** Of a figure: from when on it counts; gone as soon as it is news. */
    static final String COUNTS_FROM = "countsFrom";

    private static final String PERSON = "state.personId";
    private static final String KIND = "state.kind";

    private final AggregateCollection<TraineeFactDocument> facts;
    private final MongoOperations mongo;

    MongoTraineeFacts(AggregateStore store, MongoOperations mongo) {
        this.facts = store.collection(COLLECTION, TraineeFactDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(PERSON))
                .and(
                        NEWS,
                        Indexes.ascending(PERSON_OF_NEWS),
                        new IndexOptions().name("news").partialFilterExpression(eq(IS_NEW, true)))
                .and(
                        NEWS,
                        Indexes.ascending(COUNTS_FROM),
                        new IndexOptions().name("figures").partialFilterExpression(exists(COUNTS_FROM)));
    }

    /** For what events write. */
    AggregateCollection<TraineeFactDocument> collection() {
        return facts;
    }

    /** In a fixed order. */
    List<String> peopleWithNews(String after, int most) {
        return mongo.getCollection(NEWS)
                .aggregate(List.of(
                        match(and(eq(IS_NEW, true), gt(PERSON_OF_NEWS, after))),
                        group("$" + PERSON_OF_NEWS, first(PERSON_OF_NEWS, "$" + PERSON_OF_NEWS)),
                        sort(ascending("_id")),
                        limit(most)))
                .map(person -> person.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Ids of facts about a person that nobody has followed; they may not be kept yet. */
    Set<String> newsOf(String personId) {
        return mongo.getCollection(NEWS)
                .find(and(eq(IS_NEW, true), eq(PERSON_OF_NEWS, personId)))
                .projection(include("_id"))
                .map(news -> news.getString("_id"))
                .into(new HashSet<>());
    }

    /**
     * All that is known at a moment; without figures of periods that are not over. A figure does not count that does not stand yet, or of
     * which the news is another than what is kept, or none.
     */
    List<KnownFact> of(String personId, Instant now, LocalDate today) {
        var known = mongo.getCollection(COLLECTION)
                .find(eq(PERSON, personId))
                .projection(include("version", "state"))
                .map(facts::versioned)
                .map(fact -> new KnownFact(fact.id(), fact.state().toFact(), true))
                .into(new ArrayList<>());
        var standing = standing(
                known.stream()
                        .filter(one -> one.fact() instanceof TraineeFact.Figure)
                        .map(KnownFact::id)
                        .toList(),
                now);
        return known.stream()
                .<KnownFact>mapMulti((one, next) -> {
                    if (!(one.fact() instanceof TraineeFact.Figure figure)) {
                        next.accept(one);
                    } else if (figure.period().last().isBefore(today)) {
                        var counts = Objects.equals(standing.get(one.id()), figure.sequence());
                        next.accept(new KnownFact(one.id(), figure, counts));
                    }
                })
                .toList();
    }

    /** @return of each figure that counts by now the event that it was told by last */
    private Map<String, Long> standing(Collection<String> figures, Instant now) {
        var sequences = new HashMap<String, Long>();
        if (!figures.isEmpty()) {
            mongo.getCollection(NEWS)
                    .find(and(in("_id", figures), not(gt(COUNTS_FROM, Date.from(now)))))
                    .projection(include(SEQUENCE_OF_NEWS))
                    .forEach(news -> sequences.put(news.getString("_id"), news.getLong(SEQUENCE_OF_NEWS)));
        }
        return sequences;
    }

    /** Makes figures news that count by now. */
    void figuresCount(Instant now) {
        mongo.getCollection(NEWS)
                .updateMany(
                        lte(COUNTS_FROM, Date.from(now)),
                        Updates.combine(Updates.set(IS_NEW, true), Updates.unset(COUNTS_FROM)));
    }

    /** A figure that has moved in the meantime is not followed. */
    void followed(Collection<KnownFact> some) {
        if (some.isEmpty()) {
            return;
        }
        mongo.getCollection(NEWS)
                .bulkWrite(
                        some.stream()
                                .map(one -> new UpdateOneModel<Document>(
                                        one.fact() instanceof TraineeFact.Figure figure
                                                ? and(eq("_id", one.id()), eq(SEQUENCE_OF_NEWS, figure.sequence()))
                                                : eq("_id", one.id()),
                                        Updates.unset(IS_NEW)))
                                .toList(),
                        new BulkWriteOptions().ordered(false));
    }

    /** Nothing where the person has not left. */
    void followLeavingAgain(String personId) {
        var left = mongo.getCollection(COLLECTION)
                .find(and(eq(PERSON, personId), eq(KIND, TraineeFactDocument.Kind.LEFT.name())))
                .projection(include("_id"))
                .map(fact -> fact.getString("_id"))
                .into(new ArrayList<>());
        if (!left.isEmpty()) {
            mongo.getCollection(NEWS).updateMany(in("_id", left), Updates.set(IS_NEW, true));
        }
    }
}
