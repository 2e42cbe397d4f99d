package dev.keshi.training.course;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoCourses {

    static final String FORM = "state.form";
    static final String SUBJECT = "state.subject";
    static final String INDICATORS = "state.indicators";
    static final String RETIRED = "state.retired";
    static final String PREREQUISITES = "state.prerequisites";
    static final String INDUCTION_OF_ALL = "state.inductionOfAll";
    static final String INDUCTION_OF = "state.inductionOf";
    private static final String COLLECTION = "courses";
    private static final String ORDER = "course_order";
    private static final String TURNS = "turns";

    private final AggregateStore store;
    private final AggregateCollection<CourseDocument> courses;
    private final MongoOperations mongo;

    MongoCourses(AggregateStore store, MongoOperations mongo) {
        this.store = store;
        this.courses = store.collection(COLLECTION, CourseDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(FORM, "_id"))
                .and(COLLECTION, Indexes.ascending(SUBJECT, "_id"))
                .and(COLLECTION, Indexes.ascending(INDICATORS))
                .and(COLLECTION, Indexes.ascending(PREREQUISITES))
                .and(COLLECTION, Indexes.ascending(INDUCTION_OF))
                .and(COLLECTION, Indexes.ascending(INDUCTION_OF_ALL))
                .and(ORDER, Indexes.ascending(TURNS));
    }

    Optional<Versioned<CourseDocument>> find(CourseCode code) {
        return courses.find(code.value());
    }

    Versioned<CourseDocument> create(CommandContext context, Course course) {
        return courses.create(course.code().value(), context, change(course));
    }

    Versioned<CourseDocument> change(CourseCode code, CommandContext context, Consumer<Course> decide) {
        return courses.change(code.value(), context, document -> {
            var course = Course.of(code, document);
            decide.accept(course);
            return change(course);
        });
    }

    /** In the order of their codes. */
    List<Versioned<CourseDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(courses::versioned)
                .into(new ArrayList<>());
    }

    /**
     * One after the other with all else that changes what requires what: two courses could otherwise come to require each other, or
     * one be retired while another comes to require it.
     */
    <T> T inOrder(Supplier<T> body) {
        return store.inTransaction(() -> {
            mongo.execute(
                    ORDER,
                    turns -> turns.updateOne(
                            eq("_id", ORDER), Updates.inc(TURNS, 1L), new UpdateOptions().upsert(true)));
            return Objects.requireNonNull(body.get());
        });
    }

    private static Change<CourseDocument> change(Course course) {
        return new Change<>(course.toDocument(), course.takeEvents());
    }
}
