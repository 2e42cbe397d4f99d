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
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.StoreIndexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/**
 * Facts, and beside them which of them are news. The two are apart because facts can be made anew from the archive, and that is no news:
 * nothing follows from it.
 */
@Repository
class MongoTraineeFacts {

    static final String COLLECTION = "trainee_facts";
    static final String NEWS = "trainee_news";
    static final String PERSON_OF_NEWS = "personId";
    static final String IS_NEW = "news";
    private static final String PERSON = "state.personId";

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
                        new IndexOptions().name("news").partialFilterExpression(eq(IS_NEW, true)));
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

    List<KnownFact> of(String personId) {
        return mongo.getCollection(COLLECTION)
                .find(eq(PERSON, personId))
                .projection(include("version", "state"))
                .map(facts::versioned)
                .map(fact -> new KnownFact(fact.id(), fact.state().toFact()))
                .into(new ArrayList<>());
    }

    void followed(Collection<String> someFacts) {
        Bson known = and(in("_id", someFacts), eq(IS_NEW, true));
        mongo.getCollection(NEWS).updateMany(known, Updates.unset(IS_NEW));
    }

    /** Nothing where the person has not left. */
    void followLeavingAgain(String personId) {
        var left = of(personId).stream()
                .filter(known -> known.fact() instanceof TraineeFact.Left)
                .map(KnownFact::id)
                .toList();
        if (!left.isEmpty()) {
            mongo.getCollection(NEWS).updateMany(in("_id", left), Updates.set(IS_NEW, true));
        }
    }
}
