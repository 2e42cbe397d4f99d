package dev.keshi.workflow.workitem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.directory.Scope;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.test.infrastructure.Finds;
import dev.keshi.workflow.Enterprise;
import dev.keshi.workflow.RunningService;
import dev.keshi.workflow.approver.PersonId;
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

/** Among thousands of work items each query looks at what it answers and at little else, and sorts nothing. */
@RunningService
class WorkItemIndexesIT {

    private static final String COLLECTION = MongoWorkItems.COLLECTION;
    private static final int PAGE = 20;
    private static final PersonId OWNER = new PersonId("index-owner-3");
    private static final LocalDate DUE = LocalDate.parse("2030-01-10");

    @Autowired
    private Enterprise enterprise;

    @Autowired
    private Finds finds;

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private WorkItemQueries queries;

    @Autowired
    private MongoWorkItems items;

    @BeforeEach
    void thousandsOfWorkItems() {
        enterprise.begin();
        var documents = new ArrayList<Document>();
        for (int number = 0; number < 4_000; number++) {
            documents.add(item(number));
        }
        mongo.getCollection(COLLECTION).insertMany(documents);
    }

    @AfterEach
    void gone() {
        mongo.getCollection(COLLECTION).deleteMany(new Document("_id", new Document("$regex", "^index-")));
    }

    @Test
    void listsAreReadFromTheirIndex() {
        bounded(() -> queries.ownedBy(OWNER, WorkItemStatus.Kind.OPEN, Paging.first(PAGE)));
        bounded(() ->
                queries.assignedBy(new PersonId("index-assigner-1"), WorkItemStatus.Kind.OPEN, Paging.first(PAGE)));
        bounded(() -> queries.within(new Scope.All(), WorkItemStatus.Kind.COMPLETED, Paging.first(PAGE)));
        bounded(() -> queries.within(
                new Scope.Departments(OWNER.value(), Set.of("index-department-1", "index-department-2")),
                WorkItemStatus.Kind.OPEN,
                Paging.first(PAGE)));
    }

    @Test
    void aWorkListIsReadFromItsIndexFromAnyPlaceOn() {
        bounded(() -> queries.waitingFor(OWNER, Optional.empty(), PAGE));
        bounded(() -> queries.waitingFor(OWNER, Optional.of(WorkItemQueries.Place.before(DUE)), PAGE));
        bounded(() -> queries.waitingFor(OWNER, Optional.of(new WorkItemQueries.Place(DUE, 2, "index-1")), PAGE));
    }

    @Test
    void whatBecameLateIsFoundWithoutLookingAtWhatDidNot() {
        bounded(() -> items.becameLate(LocalDate.parse("2030-01-04"), Optional.empty(), PAGE));
        bounded(() -> items.becameLate(
                LocalDate.parse("2030-01-04"),
                Optional.of(new MongoWorkItems.Due(LocalDate.parse("2030-01-02"), new WorkItemId("index-0"))),
                PAGE));
    }

    private interface Search {
        Object run();
    }

    private void bounded(Search search) {
        finds.areBounded(mongo.getDb(), COLLECTION, PAGE, () -> {
            var found = search.run();
            assertThat(found instanceof Page<?>(var page, var _) ? page : (List<?>) found)
                    .isNotEmpty();
        });
    }

    private static Document item(int number) {
        var done = number % 4 == 0;
        var owner = "index-owner-" + number % 7;
        var state = new Document("title", "x")
                .append("ownerId", owner)
                .append("departmentId", "index-department-" + number % 5)
                .append("assignerId", "index-assigner-" + number % 3)
                .append("origin", "PERSON")
                .append("priority", "NORMAL")
                .append("rank", 2)
                .append(
                        "assignedAt",
                        Date.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number)))
                .append("firstDueDate", "2030-01-01")
                .append(
                        "dueDate",
                        LocalDate.parse("2030-01-01").plusDays(number % 28).toString())
                .append("status", done ? "COMPLETED" : "OPEN")
                .append("lateRecorded", false)
                .append("timesReturned", 0)
                .append("history", List.of());
        if (done) {
            var at = Date.from(Instant.parse("2026-02-01T00:00:00Z"));
            state.append("reportedAt", at).append("endedAt", at).append("onTime", true);
        } else {
            state.append("waitsFor", owner);
        }
        return new Document("_id", "index-%05d".formatted(number))
                .append("version", 1L)
                .append("sequence", 0L)
                .append("lane", 0)
                .append("commands", List.of())
                .append("outbox", List.of())
                .append("state", state);
    }
}
