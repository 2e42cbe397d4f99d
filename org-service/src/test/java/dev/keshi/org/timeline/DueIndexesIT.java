package dev.keshi.org.timeline;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.regex;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import dev.keshi.org.organisation.RunningOrgService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Thousands were planned for the same few days: each part of them costs the same, wherever it begins. */
@RunningOrgService
class DueIndexesIT {

    /** Behind every clock, so that the sweep of the service leaves them alone. */
    private static final LocalDate FIRST = LocalDate.parse("2200-01-01");

    private static final LocalDate LAST = FIRST.plusDays(2);
    private static final int PLANNED = 3_000;
    private static final int UNPLANNED = 500;
    private static final int LATER = 300;
    private static final int PART = 100;

    @Autowired
    private MongoTemplate mongo;

    @AfterEach
    void gone() {
        for (var name : List.of("people", "departments")) {
            mongo.getCollection(name).deleteMany(regex("_id", "^index-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "departments"})
    void aPartIsReadAlongTheIndexAndNothingIsSorted(String name) {
        var planned = thousandsIn(name);
        var places = List.of(
                Optional.<Due>empty(),
                Optional.of(new Due(FIRST, "index-00000")),
                Optional.of(new Due(FIRST.plusDays(1), "index-01501")),
                Optional.of(new Due(LAST.minusDays(1), "index-02800")));
        for (var place : places) {
            bounded(MongoDue.query(planned, LAST, place), PART);
        }
        bounded(MongoDue.query(planned, LAST, Optional.of(new Due(LAST, "index-02999"))), 0);
        bounded(MongoDue.query(planned, FIRST.minusDays(1), Optional.empty()), 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"people", "departments"})
    void fromPlaceToPlaceEachIsFoundOnceInTheOrderOfTheDays(String name) {
        var planned = thousandsIn(name);
        var found = new ArrayList<Due>();
        var part = MongoDue.find(planned, LAST, Optional.empty());
        while (!part.isEmpty()) {
            found.addAll(part);
            part = MongoDue.find(planned, LAST, Due.parse(part.getLast().place()));
        }

        assertThat(found)
                .hasSize(PLANNED)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((one, other) -> one.place().compareTo(other.place()));
    }

    /** Whether anybody will come to a department asks for whoever has something planned. */
    @ParameterizedTest
    @ValueSource(strings = {"people", "departments"})
    void whoeverHasSomethingPlannedIsFoundByTheSameIndex(String name) {
        var explained = explained(thousandsIn(name)
                .find(and(exists(MongoDue.NEXT_DUE), eq("state.assignments.departmentId", "index-nowhere"))));

        assertThat(plan(explained)).contains("IXSCAN").doesNotContain("COLLSCAN");
        assertThat(stats(explained).getInteger("totalDocsExamined")).isEqualTo(PLANNED + LATER);
    }

    private MongoCollection<Document> thousandsIn(String name) {
        var documents = new ArrayList<Document>();
        for (int number = 0; number < PLANNED; number++) {
            documents.add(document(number, FIRST.plusDays(number % 3)));
        }
        for (int number = PLANNED; number < PLANNED + LATER; number++) {
            documents.add(document(number, LAST.plusDays(1)));
        }
        for (int number = PLANNED + LATER; number < PLANNED + LATER + UNPLANNED; number++) {
            documents.add(document(number, null));
        }
        var collection = mongo.getCollection(name);
        collection.insertMany(documents);
        return collection;
    }

    private static Document document(int number, @Nullable LocalDate nextDue) {
        var state = new Document("code", "index-" + number).append("employeeNumber", "index-" + number);
        if (nextDue != null) {
            state.append("nextDue", nextDue.toString());
        }
        return new Document("_id", "index-%05d".formatted(number))
                .append("version", 1L)
                .append("outbox", List.of())
                .append("state", state);
    }

    private static void bounded(FindIterable<Document> query, int found) {
        var explained = explained(query);
        assertThat(plan(explained))
                .contains("IXSCAN")
                .doesNotContain("COLLSCAN")
                .doesNotContain("\"stage\": \"SORT\"");
        assertThat(stats(explained).getInteger("nReturned")).isEqualTo(found);
        // Of each of the two scans that are merged one more than is taken.
        assertThat(stats(explained).getInteger("totalKeysExamined"))
                .as(explained.toJson())
                .isLessThanOrEqualTo(found + 2);
        assertThat(stats(explained).getInteger("totalDocsExamined")).isLessThanOrEqualTo(found);
    }

    private static Document explained(FindIterable<Document> query) {
        return query.explain(ExplainVerbosity.EXECUTION_STATS);
    }

    private static Document stats(Document explained) {
        return explained.get("executionStats", Document.class);
    }

    private static String plan(Document explained) {
        return explained
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class)
                .toJson();
    }
}
