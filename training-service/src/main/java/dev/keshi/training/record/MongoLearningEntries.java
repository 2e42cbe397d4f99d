package dev.keshi.training.record;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.training.course.CourseForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoLearningEntries {

    static final String COLLECTION = "learning_entries";
    static final String PERSON = "state.personId";
    static final String ON = "state.on";
    private static final String COURSE = "state.courseCode";
    private static final String YEAR = "state.year";

    private static final String ENTRIES = "entries";
    private static final String OF_YEAR = "year";
    private static final String OF_FORM = "form";
    private static final String MINUTES = "minutes";
    private static final String MINUTES_OF_ENTRY = "$state.minutes";

    private final AggregateCollection<LearningEntryDocument> entries;
    private final MongoOperations mongo;

    MongoLearningEntries(AggregateStore store, MongoOperations mongo) {
        this.entries = store.collection(COLLECTION, LearningEntryDocument.class);
        this.mongo = mongo;
    }

    /** For what events write. */
    AggregateCollection<LearningEntryDocument> collection() {
        return entries;
    }

    /** Of some entries together. */
    record Subtotal(int year, CourseForm form, int entries, int minutes) {}

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.descending(PERSON, ON, "_id"))
                .and(COLLECTION, Indexes.ascending(PERSON, COURSE))
                .and(COLLECTION, Indexes.ascending(YEAR, PERSON));
    }

    /** The newest first. */
    List<LearningEntryView> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(include("version", "state"))
                .sort(descending(ON, "_id"))
                .limit(limit)
                .map(this::view)
                .into(new ArrayList<>());
    }

    Set<String> courses(String personId) {
        return mongo.getCollection(COLLECTION)
                .distinct(COURSE, eq(PERSON, personId), String.class)
                .into(new HashSet<>());
    }

    List<Subtotal> subtotals(String personId) {
        return mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(eq(PERSON, personId)),
                        group(
                                new Document(OF_YEAR, "$" + YEAR).append(OF_FORM, "$state.form"),
                                sum(ENTRIES, 1),
                                sum(MINUTES, MINUTES_OF_ENTRY))))
                .map(MongoLearningEntries::subtotal)
                .into(new ArrayList<>());
    }

    /** Entries and minutes of a year by person, of those who have any. */
    Map<String, int[]> ofYear(int year, Collection<String> people) {
        var found = new HashMap<String, int[]>();
        mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(and(eq(YEAR, year), in(PERSON, people))),
                        group("$" + PERSON, sum(ENTRIES, 1), sum(MINUTES, MINUTES_OF_ENTRY))))
                .forEach(person -> found.put(
                        person.getString("_id"), new int[] {person.getInteger(ENTRIES), person.getInteger(MINUTES)}));
        return found;
    }

    private static Subtotal subtotal(Document found) {
        var of = found.get("_id", Document.class);
        return new Subtotal(
                of.getInteger(OF_YEAR),
                CourseForm.valueOf(of.getString(OF_FORM)),
                found.getInteger(ENTRIES),
                found.getInteger(MINUTES));
    }

    private LearningEntryView view(Document found) {
        var entry = entries.versioned(found).state();
        return new LearningEntryView(
                found.getString("_id"),
                entry.courseCode(),
                entry.form(),
                entry.minutes(),
                entry.on(),
                entry.reference());
    }
}
