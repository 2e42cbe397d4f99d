package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

/** Reads what events have said of the work of people. */
@Repository
class MongoFacts {

    static final String COLLECTION = "facts";
    static final String SINCE = "state.since";
    static final String SINCE_EVENT = "state.sinceEventId";
    static final String PERSON = "state.personId";
    static final String ON = "state.on";
    static final String DONE_AT = "state.doneAt";
    static final String EVENT = "state.eventId";
    static final String RETURNED = "state.returned";
    static final String LATE = "state.late";

    /** Whether work was done by its day. */
    static final String DUE_DATES = "WORK_ITEMS:DUE_DATES";

    /** Whether an assigned course was taken by its day. */
    static final String COURSES_DUE = "COURSES:DUE_DATES";

    static final String STREAM = "state.stream";
    private static final int AT_ONCE = 2_000;

    private final AggregateCollection<FactDocument> facts;
    private final MongoOperations mongo;

    MongoFacts(AggregateStore store, MongoOperations mongo) {
        this.facts = store.collection(COLLECTION, FactDocument.class);
        this.mongo = mongo;
    }

    /** For what events write. */
    AggregateCollection<FactDocument> collection() {
        return facts;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(PERSON, STREAM, ON, "_id"));
    }

    /** What an indicator is fed by. */
    static String stream(IndicatorDocument indicator) {
        return switch (indicator.source()) {
            case APPROVALS, REQUESTS -> stream(indicator.source());
            case WORK_ITEMS -> indicator.kind() == Formula.Kind.ON_TIME ? DUE_DATES : stream(indicator.source());
            case COURSES -> indicator.kind() == Formula.Kind.ON_TIME ? COURSES_DUE : stream(indicator.source());
            case FIGURES -> ofFigures(new IndicatorCode(indicator.code()));
        };
    }

    /** What feeds several indicators. */
    static String stream(Source source) {
        return source.name();
    }

    /** What feeds one indicator alone. */
    static String ofFigures(IndicatorCode indicator) {
        return Source.FIGURES.name() + ':' + indicator.value();
    }

    static Bson done(String personId, String stream, Period days) {
        return and(eq(PERSON, personId), eq(STREAM, stream), within(days));
    }

    /** Of those only the ones on certain days. */
    static Bson on(List<Period> days) {
        return days.isEmpty()
                ? in("_id", List.of())
                : or(days.stream().map(MongoFacts::within).toList());
    }

    /** Of those all but the ones on certain days. */
    static Bson notOn(List<Period> days) {
        return days.isEmpty()
                ? empty()
                : nor(days.stream().map(MongoFacts::within).toList());
    }

    private static Bson within(Period days) {
        return and(gte(ON, days.first().toString()), lte(ON, days.last().toString()));
    }

    /** @param fromDay the first of the days that have become others */
    static Bson from(String personId, LocalDate fromDay) {
        return and(eq(PERSON, personId), gte(ON, fromDay.toString()));
    }

    /** The latest day first, one after the other: however many there are, they are not held together. */
    void each(Bson filter, Consumer<Fact> consumer) {
        find(filter)
                .forEach(found -> consumer.accept(facts.versioned(found).state().toFact()));
    }

    /** One person after the other, of each the latest day first within a stream; a few thousand are held at a time. */
    void each(Collection<String> people, Collection<String> streams, Period days, Consumer<FactDocument> consumer) {
        ofMany(people, streams, days)
                .forEach(found -> consumer.accept(facts.versioned(found).state()));
    }

    /** As the index has them, backwards: nothing is sorted. */
    FindIterable<Document> ofMany(Collection<String> people, Collection<String> streams, Period days) {
        return mongo.getCollection(COLLECTION)
                .find(and(in(PERSON, people), in(STREAM, streams), within(days)))
                .projection(include("version", "state"))
                .sort(descending(PERSON, STREAM, ON, "_id"))
                .batchSize(AT_ONCE);
    }

    /** The latest day first. */
    List<Versioned<FactDocument>> select(Bson filter, int limit) {
        return find(filter).limit(limit).map(facts::versioned).into(new ArrayList<>());
    }

    private FindIterable<Document> find(Bson filter) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(include("version", "state"))
                .sort(descending(ON, "_id"));
    }
}
