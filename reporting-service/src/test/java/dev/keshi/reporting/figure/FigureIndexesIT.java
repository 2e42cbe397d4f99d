package dev.keshi.reporting.figure;

import static com.mongodb.client.model.Sorts.descending;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import dev.keshi.reporting.RunningService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Among thousands of entries the figures of a department look at its own, and their events come from the index without being sorted. */
@RunningService
class FigureIndexesIT {

    private static final int ENTRIES = 4_000;
    private static final int DEPARTMENTS = 100;
    private static final int PAGE = 20;
    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
    private static final MongoFigures.Now NOW = new MongoFigures.Now(LocalDate.parse("2030-02-01"), BEGIN);

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void thousandsOfApprovals() {
        var entries = new ArrayList<Document>();
        for (int number = 0; number < ENTRIES; number++) {
            entries.add(approval(number));
        }
        mongo.getCollection(Fields.ENTRIES).insertMany(entries);
    }

    @AfterEach
    void gone() {
        mongo.getCollection(Fields.ENTRIES).deleteMany(new Document("_id", new Document("$regex", "^index-")));
    }

    @Test
    void aDepartmentIsReadFromItsIndex() {
        bounded(Figure.APPROVALS_DECIDED, "2030-01", Set.of("index-department-3"));
        bounded(Figure.APPROVALS_OPEN, null, Set.of("index-department-3"));
        bounded(Figure.APPROVALS_OPEN, null, Set.of("index-department-3", "index-department-7"));
    }

    @Test
    void whatWaitsForSeveralDepartmentsIsFoundInEachAndCountedOnce() {
        mongo.getCollection(Fields.ENTRIES)
                .updateOne(
                        new Document("_id", "index-00003"),
                        new Document(
                                "$set",
                                new Document(Fields.DEPARTMENT, List.of("index-department-3", "index-department-7"))
                                        .append(Fields.MONTH, null)));

        var both = new FigureSubject.OfDepartments(Set.of("index-department-3", "index-department-7"));
        var first = new FigureSubject.OfDepartments(Set.of("index-department-3"));
        var second = new FigureSubject.OfDepartments(Set.of("index-department-7"));

        assertThat(open(both)).isEqualTo(open(first) + open(second) - 1);
    }

    private long open(FigureSubject subject) {
        return mongo.getCollection(Fields.ENTRIES)
                .countDocuments(MongoFigures.criteria(subject, Figure.APPROVALS_OPEN, null, NOW));
    }

    private void bounded(Figure figure, @Nullable String month, Set<String> departments) {
        var criteria = MongoFigures.criteria(new FigureSubject.OfDepartments(departments), figure, month, NOW);
        var explained = explained(criteria);
        var stats = explained.get("executionStats", Document.class);
        assertThat(stats.getInteger("nReturned")).as(explained.toJson()).isPositive();
        // Forty a department: no more is looked at than there is of it.
        int of = departments.size() * ENTRIES / DEPARTMENTS;
        assertThat(stats.getInteger("totalDocsExamined")).as(explained.toJson()).isLessThanOrEqualTo(of);
        assertThat(stats.getInteger("totalKeysExamined")).as(explained.toJson()).isLessThanOrEqualTo(2 * of);
        assertThat(explained
                        .get("queryPlanner", Document.class)
                        .get("winningPlan", Document.class)
                        .toJson())
                .contains("IXSCAN")
                .contains(Fields.DEPARTMENT)
                .doesNotContain("\"stage\": \"SORT\"")
                .doesNotContain("COLLSCAN");
    }

    private Document explained(Bson criteria) {
        return mongo.getCollection(Fields.ENTRIES)
                .find(criteria)
                .sort(descending(Fields.BEGUN, Fields.ID))
                .limit(PAGE)
                .explain(ExplainVerbosity.EXECUTION_STATS);
    }

    private static Document approval(int number) {
        var state = new Document("kind", EntryKind.APPROVAL.name())
                .append("people", List.of("index-person-" + number % 400))
                .append("departmentId", "index-department-" + number % DEPARTMENTS)
                .append("begun", Date.from(BEGIN.plusSeconds(number)))
                .append("begunMonth", "2030-01")
                .append("beginEvent", "index-event-" + number);
        // A quarter of each department's waits.
        if (number / DEPARTMENTS % 4 != 0) {
            state.append("month", "2030-01")
                    .append("ended", Date.from(BEGIN.plusSeconds(number + 60)))
                    .append("endEvent", "index-end-" + number);
        }
        return new Document("_id", "index-%05d".formatted(number))
                .append("version", 1L)
                .append("state", state);
    }
}
