package dev.keshi.training.record;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.training.course.CourseForm;
import java.time.LocalDate;
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
    static final String PERSON = "personId";
    static final String COURSE = "courseCode";
    static final String FORM = "form";
    static final String MINUTES = "minutes";
    static final String ON = "on";
    static final String YEAR = "year";
    static final String REFERENCE = "reference";
    private static final String ENTRIES = "entries";

    private final MongoOperations mongo;

    MongoLearningEntries(MongoOperations mongo) {
        this.mongo = mongo;
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
                .sort(descending(ON, "_id"))
                .limit(limit)
                .map(MongoLearningEntries::view)
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
                                new Document(YEAR, "$" + YEAR).append(FORM, "$" + FORM),
                                sum(ENTRIES, 1),
                                sum(MINUTES, "$" + MINUTES))))
                .map(MongoLearningEntries::subtotal)
                .into(new ArrayList<>());
    }

    /** Entries and minutes of a year by person, of those who have any. */
    Map<String, int[]> ofYear(int year, Collection<String> people) {
        var found = new HashMap<String, int[]>();
        mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(and(eq(YEAR, year), in(PERSON, people))),
                        group("$" + PERSON, sum(ENTRIES, 1), sum(MINUTES, "$" + MINUTES))))
                .forEach(person -> found.put(
                        person.getString("_id"), new int[] {person.getInteger(ENTRIES), person.getInteger(MINUTES)}));
        return found;
    }

    private static Subtotal subtotal(Document found) {
        var of = found.get("_id", Document.class);
        return new Subtotal(
                of.getInteger(YEAR),
                CourseForm.valueOf(of.getString(FORM)),
                found.getInteger(ENTRIES),
                found.getInteger(MINUTES));
    }

    private static LearningEntryView view(Document entry) {
        return new LearningEntryView(
                entry.getString("_id"),
                entry.getString(COURSE),
                CourseForm.valueOf(entry.getString(FORM)),
                entry.getInteger(MINUTES),
                LocalDate.parse(entry.getString(ON)),
                entry.getString(REFERENCE));
    }
}
