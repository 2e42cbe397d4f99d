package dev.keshi.workflow.workplan;

import dev.keshi.directory.Scope;
import dev.keshi.service.page.Paging;
import dev.keshi.test.infrastructure.Finds;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Among thousands of plans each query looks at what it answers and at little else, and sorts nothing. */
@RunningService
class WorkPlanIndexesIT {

    private static final int PAGE = 20;

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private Finds finds;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private WorkPlanQueries queries;

    @Autowired
    private MongoWorkPlans plans;

    @BeforeEach
    void thousandsOfPlans() {
        enterprise.begin();
        var documents = new ArrayList<Document>();
        for (int number = 0; number < 3_000; number++) {
            documents.add(plan(number));
        }
        mongo.getCollection("work_plans").insertMany(documents);
    }

    @AfterEach
    void gone() {
        mongo.getCollection("work_plans").deleteMany(new Document("_id", new Document("$regex", "^index-")));
    }

    @Test
    void listsAreReadFromTheirIndex() {
        for (var scope : List.of(
                new Scope.All(),
                new Scope.Self("index-owner-3"),
                new Scope.Departments("index-owner-3", Set.of("index-1", "index-2")))) {
            bounded(() -> queries.list(WorkPlanStatus.ACTIVE, Optional.empty(), scope, Paging.first(PAGE)));
        }
    }

    /** None of them is due before 2200, so nearly nothing is looked at. */
    @Test
    void whatIsToBeLookedAtIsFoundWithoutLookingAtTheRest() {
        bounded(() -> plans.firstToLookAt(LocalDate.parse("2100-01-01"), SweptPlace.parse("")));
        bounded(() -> plans.firstToLookAt(LocalDate.parse("2200-01-02"), SweptPlace.parse("index-0 2200-01-01")));
        bounded(() -> plans.firstToLookAtAgain(Instant.parse("2100-01-01T00:00:00Z"), SweptPlace.parse("")));
        bounded(() -> plans.firstToLookAtAgain(
                Instant.parse("2200-01-02T00:00:00Z"), SweptPlace.parse("index-0 2200-01-01T00:00:00Z")));
    }

    private void bounded(Runnable search) {
        finds.areBounded(mongo.getDb(), "work_plans", PAGE, search);
    }

    private static Document plan(int number) {
        var state = new Document("departmentId", "index-" + number % 5)
                .append("name", "x")
                .append("validFrom", "2200-01-01")
                .append("status", "ACTIVE")
                .append("entries", List.of())
                .append("ownerIds", List.of("index-owner-" + number % 7))
                .append("entriesEver", 1)
                .append("revision", 2L)
                .append("draftedBy", "index-leader")
                .append(
                        "draftedAt",
                        Date.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number)))
                .append("nextOn", "2200-01-0" + (1 + number % 9))
                .append(
                        "againAt",
                        Date.from(Instant.parse("2200-01-01T00:00:00Z").plusSeconds(number)))
                .append("leftOut", List.of());
        return new Document("_id", "index-%05d".formatted(number))
                .append("version", 2L)
                .append("sequence", 0L)
                .append("lane", 0)
                .append("commands", List.of())
                .append("outbox", List.of())
                .append("state", state);
    }
}
