package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One piece of work, one measure, one figure that goes up and down and one newcomer, and what the ledger says when one of them is not as it should be. */
class LoopAuditTest {

    private static final String WORKFLOW = "keshi.workflow.v1";
    private static final String RISK = "keshi.risk.v1";
    private static final List<String> COURSES =
            List.of("INDUCTION-CULTURE", "INDUCTION-RULES", "INDUCTION-DUTIES", "COMPLIANCE-BASICS");

    private final HandMadeHistory history = new HandMadeHistory();

    @BeforeEach
    void everythingFollowedOnce() {
        work();
        measure();
        warning();
        newcomer();
    }

    @Test
    void nothingIsBrokenWhereEverythingFollowedOnce() {
        assertThat(history.loopAudit()).isEmpty();
    }

    @Test
    void whatIsUnknownMayHaveHappenedOrNot() {
        history.changeOperations(
                operation -> operation.outcome() == Outcome.OK,
                operation -> new Operation(
                        operation.number(),
                        operation.kind(),
                        operation.key(),
                        operation.asked(),
                        Outcome.UNKNOWN,
                        "timeout"));
        history.did(Kind.WORK, "", Map.of("title", "X90", "ownerId", "e-1"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.RISK, "", Map.of("title", "X91"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.MEASURE, "k-1", Map.of("title", "X92"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.WATCH, "", Map.of("name", "X93"), Outcome.UNKNOWN, "timeout");

        assertThat(history.loopAudit()).isEmpty();
    }

    /** What is done to the history, and what is found then. */
    record Broke(String what, Invariant found, Consumer<LoopAuditTest> how) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource
    void whatDidNotFollowOrTwiceIsFound(Broke broke) {
        broke.how().accept(this);

        assertThat(history.loopAudit()).extracting(Broken::invariant).contains(broke.found());
    }

    static Stream<Broke> whatDidNotFollowOrTwiceIsFound() {
        return Stream.of(
                new Broke(
                        "acknowledged work is gone",
                        Invariant.I1,
                        test -> test.lose(Service.WORKFLOW, "work_items", "w-1")),
                new Broke("work is there twice", Invariant.I7, test -> test.item("w-9", "X1", "OPEN")),
                new Broke(
                        "work was accepted and not completed",
                        Invariant.I1,
                        test -> test.history.events().remove(test.history.event("w-1", "work-item-completed.v1"))),
                new Broke(
                        "work is completed and nobody accepted it",
                        Invariant.I7,
                        test -> test.history.forgetOperations(one -> one.kind() == Kind.ACCEPT_WORK)),
                new Broke(
                        "a fact is missing",
                        Invariant.I2,
                        test -> test.lose(Service.PERFORMANCE, "facts", "WORK_ITEMS:w-1")),
                new Broke(
                        "a fact is not done",
                        Invariant.I9,
                        test -> test.state(Service.PERFORMANCE, "facts", "WORK_ITEMS:DUE_DATES:w-1")
                                .remove("eventId")),
                new Broke(
                        "a fact is of somebody else",
                        Invariant.I9,
                        test -> test.state(Service.PERFORMANCE, "facts", "WORK_ITEMS:w-1")
                                .put("personId", "e-9")),
                new Broke("a risk is gone", Invariant.I1, test -> test.lose(Service.RISK, "risks", "k-1")),
                new Broke(
                        "a measure led to no work",
                        Invariant.I2,
                        test -> test.lose(Service.WORKFLOW, "work_items", "w-2")),
                new Broke(
                        "a measure led to two pieces of work",
                        Invariant.I3,
                        test -> test.item("w-8", "X3", "COMPLETED")),
                new Broke(
                        "work is open whose measure is done",
                        Invariant.I2,
                        test -> test.state(Service.WORKFLOW, "work_items", "w-2")
                                .put("status", "OPEN")),
                new Broke(
                        "a measure is open whose work was reported",
                        Invariant.I1,
                        test -> test.state(Service.RISK, "risks", "k-1")
                                .getList("measures", Document.class)
                                .getFirst()
                                .put("status", "PLANNED")),
                new Broke(
                        "a measure is told of as done twice",
                        Invariant.I3,
                        test -> test.history.tell(
                                RISK, "k-1", "keshi.risk.measure-completed.v1", Map.of("measureId", "m-1"))),
                new Broke("nobody was warned", Invariant.I1, test -> test.lose(Service.RISK, "warnings", "g-1")),
                new Broke("two were warned", Invariant.I3, test -> test.warning("g-2")),
                new Broke(
                        "a warning was told of twice",
                        Invariant.I2,
                        test -> test.history.tell(RISK, "g-1", "keshi.risk.warning-raised.v1", Map.of())),
                new Broke(
                        "a course is missing", Invariant.I2, test -> test.lose(Service.TRAINING, "assignments", "a-0")),
                new Broke(
                        "a course is to be taken twice",
                        Invariant.I3,
                        test -> test.assigned("a-9", COURSES.getFirst())),
                new Broke(
                        "a course was assigned twice",
                        Invariant.I2,
                        test -> test.history.tell(
                                "keshi.training.v1", "a-0", "keshi.training.course-assigned.v1", Map.of())),
                new Broke(
                        "a fact about a newcomer is missing",
                        Invariant.I2,
                        test -> test.lose(Service.TRAINING, "trainee_facts", "f-1")),
                new Broke("a newcomer joined twice", Invariant.I3, test -> test.joined("f-2")));
    }

    private void work() {
        history.did(Kind.WORK, "w-1", Map.of("title", "X1", "ownerId", "e-1"), Outcome.OK, "201");
        history.did(Kind.REPORT_WORK, "w-1", Map.of(), Outcome.OK, "200");
        history.did(Kind.ACCEPT_WORK, "w-1", Map.of(), Outcome.OK, "200");
        item("w-1", "X1", "COMPLETED");
        history.tell(WORKFLOW, "w-1", "keshi.workflow.work-item-assigned.v1", Map.of());
        var completed = history.tell(WORKFLOW, "w-1", "keshi.workflow.work-item-completed.v1", Map.of());
        for (String id : List.of("WORK_ITEMS:w-1", "WORK_ITEMS:DUE_DATES:w-1")) {
            history.store(
                    Service.PERFORMANCE,
                    "facts",
                    new Document("_id", id)
                            .append("state", new Document("eventId", completed.id()).append("personId", "e-1")));
        }
    }

    private void item(String id, String title, String status) {
        history.store(
                Service.WORKFLOW,
                "work_items",
                new Document("_id", id).append("state", new Document("title", title).append("status", status)));
    }

    private void measure() {
        history.did(Kind.RISK, "k-1", Map.of("title", "X2"), Outcome.OK, "201");
        history.did(Kind.MEASURE, "k-1", Map.of("title", "X3"), Outcome.OK, "200");
        history.did(Kind.DO_MEASURE, "w-2", Map.of("title", "X3"), Outcome.OK, "200");
        var measure = new Document("_id", "m-1").append("title", "X3").append("status", "DONE");
        history.store(
                Service.RISK,
                "risks",
                new Document("_id", "k-1")
                        .append("state", new Document("title", "X2").append("measures", List.of(measure))));
        item("w-2", "X3", "COMPLETED");
        history.tell(RISK, "k-1", "keshi.risk.measure-completed.v1", Map.of("measureId", "m-1"));
    }

    private void warning() {
        history.did(Kind.WATCH, "i-1", Map.of("name", "X4"), Outcome.OK, "201");
        history.did(Kind.FIGURES, "i-1", Map.of(), Outcome.OK, "200");
        history.did(Kind.FIGURES, "i-1", Map.of(), Outcome.FAILED, "409");
        history.store(
                Service.RISK, "indicators", new Document("_id", "i-1").append("state", new Document("name", "X4")));
        warning("g-1");
        history.tell(RISK, "g-1", "keshi.risk.warning-raised.v1", Map.of());
    }

    private void warning(String id) {
        history.store(
                Service.RISK, "warnings", new Document("_id", id).append("state", new Document("indicatorId", "i-1")));
    }

    private void newcomer() {
        history.did(Kind.HIRE, "p-1", Map.of("employeeNumber", "X5"), Outcome.OK, "201");
        history.tell("keshi.org.v1", "p-1", "keshi.org.person-hired.v1", Map.of());
        joined("f-1");
        for (int at = 0; at < COURSES.size(); at++) {
            assigned("a-" + at, COURSES.get(at));
            history.tell("keshi.training.v1", "a-" + at, "keshi.training.course-assigned.v1", Map.of());
        }
    }

    private void joined(String id) {
        history.store(
                Service.TRAINING,
                "trainee_facts",
                new Document("_id", id).append("state", new Document("personId", "p-1")));
    }

    private void assigned(String id, String course) {
        history.store(
                Service.TRAINING,
                "assignments",
                new Document("_id", id).append("state", new Document("personId", "p-1").append("courseCode", course)));
    }

    private void lose(Service service, String collection, String id) {
        history.lose(service, collection, id);
    }

    private Document state(Service service, String collection, String id) {
        return history.document(service, collection, id).get("state", Document.class);
    }
}
