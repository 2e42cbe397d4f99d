package dev.keshi.training.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.directory.Scope;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.test.infrastructure.Finds;
import dev.keshi.training.RunningService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Among thousands of assignments, most of them done, each list looks at what it answers and at little else, and sorts nothing. */
@RunningService
class AssignmentIndexesIT {

    private static final String COLLECTION = "assignments";
    private static final int MANY = 4_000;
    private static final int PAGE = 20;
    private static final AssignmentReader EVERYBODY = new AssignmentReader("x", new Scope.All(), new Scope.All());

    @Autowired
    private Finds finds;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private AssignmentQueries queries;

    @BeforeEach
    void thousandsOfAssignments() {
        var documents = new ArrayList<Document>();
        for (int number = 0; number < MANY; number++) {
            documents.add(assignment(number));
        }
        mongo.getCollection(COLLECTION).insertMany(documents);
    }

    @AfterEach
    void gone() {
        mongo.getCollection(COLLECTION).deleteMany(new Document("_id", new Document("$regex", "^zz-index-")));
    }

    @Test
    void listsAreReadFromTheirIndex() {
        bounded(wanted(Optional.empty(), Optional.of(AssignmentStatus.OPEN), Optional.empty(), Optional.empty()));
        bounded(wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true)));
        bounded(wanted(
                Optional.empty(), Optional.empty(), Optional.of(AssignmentCause.WEAK_INDICATOR), Optional.empty()));
        bounded(wanted(Optional.of("ZZ-INDEX-1"), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void aLeaderReadsThoseOfTheDepartmentsAndTheOwn() {
        var departments = Set.of("zz-index-1", "zz-index-2");
        var leader = new Scope.Departments("zz-index-7", departments);

        bounded(
                wanted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new AssignmentReader("zz-index-7", leader, leader));
    }

    private static AssignmentQueries.Wanted wanted(
            Optional<String> course,
            Optional<AssignmentStatus> status,
            Optional<AssignmentCause> cause,
            Optional<Boolean> overdue) {
        return new AssignmentQueries.Wanted(Optional.empty(), course, status, cause, overdue);
    }

    private void bounded(AssignmentQueries.Wanted wanted) {
        bounded(wanted, EVERYBODY);
    }

    private void bounded(AssignmentQueries.Wanted wanted, AssignmentReader reader) {
        finds.areBounded(mongo.getDb(), COLLECTION, PAGE, () -> {
            Page<AssignmentView> page = queries.list(wanted, reader, Paging.first(PAGE));
            assertThat(page.items()).isNotEmpty();
        });
    }

    /** The open ones are the last, and few of those are overdue. */
    private static Document assignment(int number) {
        var open = number > MANY - 200;
        var state = new Document("personId", "zz-index-" + number)
                .append("departmentId", "zz-index-" + number % 50)
                .append("courseCode", "ZZ-INDEX-" + number % 60)
                .append("cause", number > MANY - 300 ? "WEAK_INDICATOR" : "INDUCTION")
                .append("assignedAt", Date.from(Instant.parse("2026-01-01T00:00:00Z")))
                .append("dueOn", LocalDate.parse("2200-01-01").toString())
                .append("status", open ? "OPEN" : "COMPLETED")
                .append("overdue", open && number % 4 == 0);
        return new Document("_id", "zz-index-%05d".formatted(number))
                .append("version", 1L)
                .append("sequence", 1L)
                .append("state", state);
    }
}
