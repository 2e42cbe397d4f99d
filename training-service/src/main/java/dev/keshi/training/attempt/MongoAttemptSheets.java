package dev.keshi.training.attempt;

import static com.mongodb.client.model.Accumulators.avg;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.keshi.messaging.AggregateCollection;
import dev.keshi.messaging.AggregateStore;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.StoreIndexes;
import dev.keshi.messaging.Versioned;
import dev.keshi.training.course.CourseCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Repository;

@Repository
class MongoAttemptSheets {

    static final String COURSE = "state.courseCode";
    static final String PERSON = "state.personId";
    static final String DEPARTMENT = "state.departmentId";
    static final String ATTEMPT = "state.attempts.attemptId";
    private static final String RESULT = "state.attempts.result";
    private static final String OPEN_UNTIL = "state.openUntil";
    private static final String COLLECTION = "attempt_sheets";

    private final AggregateCollection<AttemptSheetDocument> sheets;
    private final MongoOperations mongo;

    MongoAttemptSheets(AggregateStore store, MongoOperations mongo) {
        this.sheets = store.collection(COLLECTION, AttemptSheetDocument.class);
        this.mongo = mongo;
    }

    static StoreIndexes indexes() {
        return StoreIndexes.of(COLLECTION, Indexes.ascending(PERSON, "_id"))
                .and(COLLECTION, Indexes.ascending(COURSE, "_id"))
                .and(COLLECTION, Indexes.ascending(ATTEMPT))
                .and(
                        COLLECTION,
                        Indexes.ascending(OPEN_UNTIL, "_id"),
                        new IndexOptions().name("running").partialFilterExpression(exists(OPEN_UNTIL)));
    }

    /** Makes sure that there is a sheet. Nobody is told of an empty one. */
    void createMissing(AttemptSheetId id, AttemptSheetDocument empty) {
        if (sheets.find(id.value()).isEmpty()) {
            sheets.createMissing(
                    CommandContext.of("system:attempts"),
                    List.of(new NewAggregate<>(id.value(), new Change<>(empty, List.of()))));
        }
    }

    Versioned<AttemptSheetDocument> change(
            AttemptSheetId id,
            CommandContext context,
            Function<CourseCode, DrawnQuestions> drawn,
            Consumer<AttemptSheet> decide) {
        return sheets.change(id.value(), context, kept -> {
            var sheet = AttemptSheet.of(id, kept, drawn.apply(new CourseCode(kept.courseCode())));
            decide.accept(sheet);
            return new Change<>(sheet.toDocument(), sheet.takeEvents());
        });
    }

    /** In a fixed order. */
    List<Versioned<AttemptSheetDocument>> select(Bson filter, int limit) {
        return mongo.getCollection(COLLECTION)
                .find(filter)
                .projection(exclude("outbox", "commands"))
                .sort(ascending("_id"))
                .limit(limit)
                .map(sheets::versioned)
                .into(new ArrayList<>());
    }

    TestFigures figures(Bson filter) {
        var found = mongo.getCollection(COLLECTION)
                .aggregate(List.of(
                        match(and(filter, exists(RESULT))),
                        new Document(
                                "$project",
                                new Document(
                                        "ended",
                                        new Document(
                                                "$filter",
                                                new Document("input", "$state.attempts")
                                                        .append("as", "one")
                                                        .append("cond", ended("$$one.result"))))),
                        group(
                                null,
                                sum("people", 1),
                                sum("passed", passedOnce()),
                                avg("first", percent(0)),
                                avg("last", percent(-1)))))
                .first();
        return found == null
                ? new TestFigures(0, 0, Optional.empty(), Optional.empty())
                : new TestFigures(
                        found.getInteger("people"),
                        found.getInteger("passed"),
                        Optional.of(found.get("first", Decimal128.class).bigDecimalValue()),
                        Optional.of(found.get("last", Decimal128.class).bigDecimalValue()));
    }

    private static Document ended(String result) {
        return new Document("$ne", List.of(new Document("$type", result), "missing"));
    }

    private static Document passedOnce() {
        return new Document("$cond", List.of(new Document("$in", List.of(true, "$ended.result.passed")), 1, 0));
    }

    private static Document percent(int place) {
        return new Document("$arrayElemAt", List.of("$ended.result.percent", place));
    }

    /** Sheets with an attempt that has run out, in a fixed order behind {@code after}. */
    List<AttemptSheetId> runOutBy(Instant now, String after, int most) {
        return mongo.getCollection(COLLECTION)
                .find(and(lte(OPEN_UNTIL, Date.from(now)), gt("_id", after)))
                .sort(ascending("_id"))
                .projection(include("_id"))
                .limit(most)
                .map(sheet -> new AttemptSheetId(sheet.getString("_id")))
                .into(new ArrayList<>());
    }
}
