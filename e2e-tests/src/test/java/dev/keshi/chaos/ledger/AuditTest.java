package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One history in which every promise is kept, and what the ledger says when one of them is broken in it: a department, a person, a leave request with
 * a notification that was read, and a task for which two raced.
 */
class AuditTest {

    private static final String ORG = "keshi.org.v1";
    private static final String WORKFLOW = "keshi.workflow.v1";
    private static final String NOTIFICATION = "keshi.notification.v1";
    private static final List<Service> COPIES = List.of(
            Service.WORKFLOW,
            Service.PERFORMANCE,
            Service.TRAINING,
            Service.RISK,
            Service.NOTIFICATION,
            Service.REPORTING);
    private static final String LEAVE = "/api/workflow/v1/requests/r-1";
    private static final String SEAL = "/api/workflow/v1/requests/r-2";
    private static final String SEAL_HISTORY = SEAL + "/history?limit=100";

    private final HandMadeHistory history = new HandMadeHistory();

    @BeforeEach
    void everyPromiseIsKept() {
        department();
        person();
        leave();
        claim();
    }

    @Test
    void nothingIsBrokenWhereEveryPromiseWasKept() {
        assertThat(history.audit()).isEmpty();
    }

    @Test
    void anEventThatLiesTwiceOnTheWireBreaksNothing() {
        history.repeat(history.event("d-1", "renamed.v1"));

        assertThat(history.audit()).isEmpty();
    }

    @Test
    void whatIsUnknownMayHaveHappenedAsItWasAskedFor() {
        history.changeOperations(operation -> operation.outcome() == Outcome.OK, operation -> unknown(operation));

        assertThat(broken()).isEmpty();
    }

    @Test
    void whatIsUnknownMayNotHaveHappened() {
        history.did(Kind.RENAME, "d-1", Map.of("name", "X9", "sequence", "3"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.HIRE, "", Map.of("employeeNumber", "X9"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.SUBMIT, "", Map.of("reason", "X9."), Outcome.UNKNOWN, "timeout");

        assertThat(broken()).isEmpty();
    }

    @Test
    void anAcknowledgedChangeWithoutAnEventIsFound() {
        history.did(Kind.RENAME, "d-1", Map.of("name", "X9", "sequence", "4"), Outcome.OK, "200");

        assertThat(broken()).containsOnly(Invariant.I1);
    }

    @Test
    void anAcknowledgedDepartmentThatIsGoneIsFound() {
        history.lose(Service.ORG, "departments", "d-1");
        history.hide("/api/org/v1/departments/d-1");

        assertThat(broken()).containsOnly(Invariant.I1);
    }

    @Test
    void anAcknowledgedRequestThatIsGoneIsFound() {
        history.lose(Service.WORKFLOW, "requests", "r-1");

        assertThat(broken()).containsOnly(Invariant.I1);
    }

    @Test
    void aRefusalWithAnEffectIsFound() {
        history.changeOperations(
                operation -> operation.kind() == Kind.MOVE, operation -> outcome(operation, Outcome.FAILED, "412"));

        assertThat(broken()).containsOnly(Invariant.I7);
    }

    @Test
    void anUnknownThatLedToSomethingElseIsFound() {
        history.changeOperations(
                operation -> operation.kind() == Kind.OPEN,
                operation -> new Operation(
                        1, Kind.OPEN, "", Map.of("code", "X1", "parentId", "d-9"), Outcome.UNKNOWN, "timeout"));

        assertThat(broken()).containsOnly(Invariant.I7);
    }

    @Test
    void anUnknownRenameToAnotherNameIsFound() {
        history.changeOperations(
                operation -> operation.kind() == Kind.RENAME,
                operation -> new Operation(
                        2, Kind.RENAME, "d-1", Map.of("name", "X9", "sequence", "2"), Outcome.UNKNOWN, "timeout"));

        assertThat(history.audit()).singleElement().satisfies(broken -> {
            assertThat(broken.invariant()).isEqualTo(Invariant.I7);
            assertThat(broken.example()).contains("nobody asked for", "d-1/2");
        });
    }

    @Test
    void anUnknownTransferToAnotherDepartmentIsFound() {
        history.changeOperations(
                operation -> operation.kind() == Kind.TRANSFER,
                operation -> new Operation(
                        5,
                        Kind.TRANSFER,
                        "p-1",
                        Map.of("departmentId", "d-7", "sequence", "2"),
                        Outcome.UNKNOWN,
                        "timeout"));

        assertThat(broken()).containsOnly(Invariant.I7);
    }

    @Test
    void anUnknownRequestWithAnotherFormIsFound() {
        history.changeOperations(
                operation -> operation.kind() == Kind.SUBMIT && operation.key().equals("r-1"),
                operation -> new Operation(
                        7, Kind.SUBMIT, "", Map.of("reason", "X7.", "days", "4"), Outcome.UNKNOWN, "timeout"));

        assertThat(broken()).containsOnly(Invariant.I7);
    }

    @Test
    void anUnknownThatHappenedTwiceIsFound() {
        history.changeOperations(
                operation -> operation.kind() == Kind.OPEN,
                operation -> new Operation(1, Kind.OPEN, "", operation.asked(), Outcome.UNKNOWN, "timeout"));
        departmentOf("d-2", "X1");

        assertThat(broken()).containsOnly(Invariant.I7);
    }

    @Test
    void twoRequestsForOneSubmissionAreFound() {
        history.store(
                Service.WORKFLOW,
                "requests",
                new Document("_id", "r-9")
                        .append("sequence", 0L)
                        .append("state", new Document("instance", "{\"reason\":\"X7.\"}")));

        assertThat(broken()).contains(Invariant.I7);
    }

    @Test
    void aChangeThatWasWrittenToAnotherPlaceThanAskedForIsFound() {
        history.changeOperations(
                operation -> operation.kind() == Kind.MOVE,
                operation -> new Operation(
                        3, Kind.MOVE, "d-1", Map.of("parentId", "d-0", "sequence", "2"), Outcome.OK, "200"));

        assertThat(broken()).contains(Invariant.I1, Invariant.I7);
    }

    @Test
    void aCommittedChangeThatKafkaNeverGotIsFound() {
        history.document(Service.ORG, "people", "p-1").put("sequence", 4L);

        assertThat(broken()).containsOnly(Invariant.I2);
    }

    @Test
    void anEventThatTheArchiveLacksIsFound() {
        history.archived().removeFirst();

        assertThat(broken()).containsOnly(Invariant.I2);
    }

    @Test
    void aFirstEventThatWasNeverPublishedIsFound() {
        history.events().remove(history.event("r-1", "request-submitted.v1"));

        assertThat(broken()).contains(Invariant.I2, Invariant.I4);
    }

    @Test
    void aCopyThatIsMissingIsFoundInEachService() {
        for (Service service : COPIES) {
            var copy = history.document(service, "directory_people", "p-1");
            history.lose(service, "directory_people", "p-1");

            assertThat(broken()).as(service.module()).containsOnly(Invariant.I2);
            history.store(service, "directory_people", copy);
        }
    }

    @Test
    void anEventThatTheArchiveHasTwiceIsFound() {
        history.archive(history.event("p-1", "person-transferred.v1"));

        assertThat(broken()).containsOnly(Invariant.I3);
    }

    @Test
    void aNotificationThatAnEventChangedTwiceIsFound() {
        history.document(Service.NOTIFICATION, "inbox", "n-1").put("version", 3L);

        assertThat(broken()).containsOnly(Invariant.I3);
    }

    @Test
    void aNotificationThatIsThereTwiceIsFound() {
        notification("n-9", "r-1", "manager", "TASK_ASSIGNED", 2, "DECIDED", "manager");

        assertThat(broken()).containsOnly(Invariant.I3);
    }

    @Test
    void eventsOutOfOrderAreFound() {
        var moved = history.event("d-1", "moved.v1");
        history.events().remove(moved);
        history.events().addFirst(moved);

        assertThat(broken()).contains(Invariant.I4);
    }

    @Test
    void aGapInTheCopyOfAPersonIsFound() {
        history.document(Service.NOTIFICATION, "directory_people", "p-1").put("sequence", 2L);

        assertThat(broken()).containsOnly(Invariant.I4);
    }

    @Test
    void anUpdateThatWasLostIsFound() {
        history.document(Service.ORG, "departments", "d-1").put("version", 4L);

        assertThat(broken()).containsOnly(Invariant.I6);
    }

    @Test
    void twoEventsAtOnePlaceAreFound() {
        var moved = history.event("d-1", "moved.v1");
        var other = new LoggedEvent(ORG, "d-1", "other", "keshi.org.department-closed.v1", moved.sequence(), "{}");
        history.repeat(other);
        history.archive(other);

        assertThat(broken()).contains(Invariant.I6);
    }

    @Test
    void aDepartmentThatShowsSomethingElseIsFound() {
        history.page("/api/org/v1/departments/d-1").put("name", "X9");

        assertThat(broken()).containsOnly(Invariant.I1);
    }

    @Test
    void aPersonWithAnotherNameThanAskedForIsFound() {
        history.page("/api/org/v1/people/p-1").put("name", "X4");

        assertThat(broken()).containsOnly(Invariant.I1);
    }

    @Test
    void aCopyOfAPersonThatSaysSomethingElseIsFoundInEachService() {
        for (Service service : COPIES) {
            for (String field : List.of("name", "departmentId", "reportsTo")) {
                var copy = history.document(service, "directory_people", "p-1");
                String right = copy.getString(field);
                copy.put(field, "wrong");

                assertThat(broken()).as("%s %s", service, field).containsOnly(Invariant.I9);
                copy.put(field, right);
            }
        }
    }

    @Test
    void aCopyOfADepartmentThatSaysSomethingElseIsFound() {
        history.document(Service.WORKFLOW, "directory_departments", "d-1").put("parentId", "wrong");

        assertThat(broken()).containsOnly(Invariant.I9);
    }

    @Test
    void aRequestWhoseStatusIsNotWhatItsEventsSayIsFound() {
        history.page(LEAVE).put("status", "running");

        assertThat(broken()).containsOnly(Invariant.I8);
    }

    @Test
    void aRequestThatGoesOnAfterItsEndIsFound() {
        history.tell(WORKFLOW, "r-1", "keshi.workflow.request-commented.v1", Map.of("instanceId", "r-1"));
        history.document(Service.WORKFLOW, "requests", "r-1").put("sequence", 5L);

        assertThat(broken()).containsOnly(Invariant.I8);
    }

    @Test
    void aDecisionOfSomebodyWhoseTaskItIsNotIsFound() {
        history.retell(history.event("r-1", "task-created.v1"), "assigneeId", "deputy");

        assertThat(broken()).contains(Invariant.I8);
    }

    @Test
    void aReadThatWasAcknowledgedAndIsNotToldIsFound() {
        history.events().remove(history.event("n-2", "notification-read.v1"));
        history.document(Service.NOTIFICATION, "inbox", "n-2").put("sequence", 0L);
        history.document(Service.NOTIFICATION, "inbox", "n-2").put("version", 2L);

        assertThat(broken()).containsOnly(Invariant.I1);
    }

    @Test
    void aReadThatNobodyAskedForIsFound() {
        history.tell(NOTIFICATION, "n-2", ReadAudit.TOLD, Map.of("recipientId", "employee"));
        history.document(Service.NOTIFICATION, "inbox", "n-2").put("sequence", 2L);
        history.document(Service.NOTIFICATION, "inbox", "n-2").put("version", 4L);

        assertThat(broken()).containsOnly(Invariant.I7);
    }

    @Test
    void aReadThatIsNotInTheInboxIsFound() {
        history.document(Service.NOTIFICATION, "inbox", "n-2").put("sequence", 0L);
        history.document(Service.NOTIFICATION, "inbox", "n-2").put("version", 2L);

        assertThat(broken()).containsOnly(Invariant.I2);
    }

    @Test
    void twoWhoAreToldThatTheTaskIsTheirsAreFound() {
        history.changeOperations(
                operation -> isClaimOf("loser", operation), operation -> outcome(operation, Outcome.OK, "200"));

        assertThat(broken()).contains(Invariant.I8, Invariant.I1);
    }

    @Test
    void aWinnerOnRecordWhoWasRefusedIsFound() {
        history.changeOperations(
                operation -> isClaimOf("winner", operation), operation -> outcome(operation, Outcome.FAILED, "409"));

        assertThat(broken()).contains(Invariant.I8, Invariant.I7);
    }

    @Test
    void aWinnerOnRecordWhoDidNotAskIsFound() {
        history.forgetOperations(operation -> isClaimOf("winner", operation));

        assertThat(broken()).contains(Invariant.I8, Invariant.I7);
    }

    @Test
    void aTaskThatSomebodyLostToNobodyIsFound() {
        unclaimed();
        history.changeOperations(
                operation -> operation.kind() == Kind.CLAIM, operation -> outcome(operation, Outcome.FAILED, "409"));

        assertThat(history.audit())
                .anySatisfy(broken -> assertThat(broken.example()).contains("nobody has it"))
                .extracting(Broken::invariant)
                .containsOnly(Invariant.I8);
    }

    @Test
    void whoeverDoesNotKnowMayHaveLost() {
        history.changeOperations(operation -> isClaimOf("loser", operation), AuditTest::unknown);

        assertThat(broken()).isEmpty();
    }

    @Test
    void aHistoryWithAnotherWinnerIsFound() {
        history.show(SEAL_HISTORY, claimed("loser"));

        assertThat(broken()).containsOnly(Invariant.I8);
    }

    @Test
    void anOpenTaskThatWaitsForTheLoserIsFound() {
        history.show(
                SEAL,
                Map.of(
                        "status",
                        "approved",
                        "processKey",
                        "seal",
                        "form",
                        Map.of("reason", "X9."),
                        "tasks",
                        List.of(Map.of("id", "t-2", "assigneeId", "loser"))));

        assertThat(broken()).containsOnly(Invariant.I8);
    }

    @Test
    void aTaskThatIsClaimedTwiceIsFound() {
        history.tell(WORKFLOW, "r-2", ClaimAudit.CLAIMED, Map.of("taskId", "t-2", "claimedBy", "loser"));

        assertThat(broken()).contains(Invariant.I8, Invariant.I7);
    }

    @Test
    void aLoserWhoseInboxNamesAnotherWinnerIsFound() {
        history.document(Service.NOTIFICATION, "inbox", "n-4")
                .get("state", Document.class)
                .put("settledBy", "loser");

        assertThat(broken()).containsOnly(Invariant.I3);
    }

    private List<Invariant> broken() {
        return history.audit().stream().map(Broken::invariant).distinct().toList();
    }

    private static Operation unknown(Operation operation) {
        return outcome(operation, Outcome.UNKNOWN, "timeout");
    }

    private static Operation outcome(Operation operation, Outcome outcome, String answer) {
        return new Operation(operation.number(), operation.kind(), operation.key(), operation.asked(), outcome, answer);
    }

    private static boolean isClaimOf(String person, Operation operation) {
        return operation.kind() == Kind.CLAIM && operation.asked("claimedBy").equals(person);
    }

    private void department() {
        ok(Kind.OPEN, "d-1", Map.of("code", "X1", "parentId", "d-0", "name", "old"));
        ok(Kind.RENAME, "d-1", Map.of("name", "X2", "sequence", "2"));
        ok(Kind.MOVE, "d-1", Map.of("parentId", "d-5", "sequence", "3"));
        refused(Kind.RENAME, "d-1", Map.of("name", "X3", "sequence", "2"), "412");
        history.tell(
                ORG, "d-1", "keshi.org.department-opened.v1", Map.of("code", "X1", "parentId", "d-0", "name", "old"));
        history.tell(ORG, "d-1", "keshi.org.department-renamed.v1", Map.of("name", "X2"));
        history.tell(ORG, "d-1", "keshi.org.department-moved.v1", Map.of("parentId", "d-5"));
        stands("departments", "d-1", 3);
        history.show("/api/org/v1/departments/d-1", Map.of("name", "X2", "parentId", "d-5"));
        COPIES.forEach(service -> history.store(
                service,
                "directory_departments",
                copy("d-1", 3).append("name", "X2").append("parentId", "d-5")));
    }

    /** Another one, as it was opened. */
    private void departmentOf(String id, String code) {
        var data = Map.of("code", code, "parentId", "d-0", "name", "old");
        history.tell(ORG, id, "keshi.org.department-opened.v1", data);
        stands("departments", id, 1);
        history.show("/api/org/v1/departments/" + id, data);
        COPIES.forEach(service -> history.store(
                service,
                "directory_departments",
                copy(id, 1).append("name", "old").append("parentId", "d-0")));
    }

    private void person() {
        ok(Kind.HIRE, "p-1", Map.of("employeeNumber", "X4", "name", "X4", "departmentId", "d-0"));
        ok(Kind.TRANSFER, "p-1", Map.of("departmentId", "d-5", "sequence", "2"));
        ok(Kind.DETAILS, "p-1", Map.of("name", "X6", "sequence", "3"));
        history.tell(
                ORG,
                "p-1",
                "keshi.org.person-hired.v1",
                Map.of("employeeNumber", "X4", "departmentId", "d-0", "name", Map.of("ciphertext", "c4")));
        history.tell(ORG, "p-1", "keshi.org.person-transferred.v1", Map.of("departmentId", "d-5"));
        history.tell(ORG, "p-1", "keshi.org.person-details-changed.v1", Map.of("name", Map.of("ciphertext", "c6")));
        stands("people", "p-1", 3);
        history.show("/api/org/v1/people/p-1", Map.of("name", "X6", "departmentId", "d-5"));
        COPIES.forEach(service -> history.store(
                service,
                "directory_people",
                copy("p-1", 3)
                        .append("name", "c6")
                        .append("departmentId", "d-5")
                        .append("reportsTo", null)));
    }

    private void leave() {
        var asked = Map.of("reason", "X7.", "days", "1", "processKey", "leave-request", "initiatorId", "employee");
        ok(Kind.SUBMIT, "r-1", asked);
        ok(Kind.APPROVE, "r-1", Map.of("taskId", "t-1", "decidedBy", "manager", "outcome", "APPROVED"));
        refused(Kind.REJECT, "r-1", Map.of("taskId", "t-1", "decidedBy", "manager", "outcome", "REJECTED"), "409");
        ok(Kind.READ, "n-2", Map.of("recipientId", "employee"));
        history.tell(WORKFLOW, "r-1", "keshi.workflow.request-submitted.v1", Map.of("instanceId", "r-1"));
        history.tell(
                WORKFLOW,
                "r-1",
                "keshi.workflow.task-created.v1",
                Map.of("taskId", "t-1", "assigneeId", "manager", "candidateIds", List.of()));
        decided("r-1", "t-1", "manager");
        request("r-1", "X7.", 4);
        history.show(
                LEAVE,
                Map.of(
                        "status",
                        "approved",
                        "processKey",
                        "leave-request",
                        "initiatorId",
                        "employee",
                        "form",
                        Map.of("reason", "X7.", "days", 1)));
        notification("n-1", "r-1", "manager", "TASK_ASSIGNED", 2, "DECIDED", "manager");
        notification("n-2", "r-1", "employee", "REQUEST_APPROVED", 3, null, null)
                .append("sequence", 1L);
        history.tell(NOTIFICATION, "n-2", ReadAudit.TOLD, Map.of("recipientId", "employee"));
    }

    private void claim() {
        ok(Kind.SUBMIT, "r-2", Map.of("reason", "X9.", "processKey", "seal"));
        ok(Kind.CLAIM, "r-2", Map.of("taskId", "t-2", "claimedBy", "winner"));
        refused(Kind.CLAIM, "r-2", Map.of("taskId", "t-2", "claimedBy", "loser"), "409");
        ok(Kind.APPROVE, "r-2", Map.of("taskId", "t-2", "decidedBy", "winner", "outcome", "APPROVED"));
        history.tell(WORKFLOW, "r-2", "keshi.workflow.request-submitted.v1", Map.of("instanceId", "r-2"));
        history.tell(
                WORKFLOW,
                "r-2",
                "keshi.workflow.task-created.v1",
                Map.of("taskId", "t-2", "candidateIds", List.of("winner", "loser")));
        history.tell(WORKFLOW, "r-2", ClaimAudit.CLAIMED, Map.of("taskId", "t-2", "claimedBy", "winner"));
        decided("r-2", "t-2", "winner");
        request("r-2", "X9.", 5);
        history.show(SEAL, Map.of("status", "approved", "processKey", "seal", "form", Map.of("reason", "X9.")));
        history.show(SEAL_HISTORY, claimed("winner"));
        notification("n-3", "r-2", "winner", "TASK_OFFERED", 3, "DECIDED", "winner");
        notification("n-4", "r-2", "loser", "TASK_OFFERED", 2, "CLAIMED", "winner");
        notification("n-5", "r-2", "employee", "REQUEST_APPROVED", 2, null, null);
    }

    /** The second request as it would be if nobody had got its task. */
    private void unclaimed() {
        history.forgetOperations(
                operation -> operation.kind() == Kind.APPROVE && operation.key().equals("r-2"));
        history.events().removeIf(event -> event.key().equals("r-2") && event.sequence() > 2);
        history.archived().removeIf(event -> event.getString("key").equals("r-2") && event.getLong("sequence") > 2);
        history.document(Service.WORKFLOW, "requests", "r-2").put("sequence", 2L);
        history.page(SEAL).put("status", "running");
        history.show(SEAL_HISTORY, Map.of("items", List.of()));
        List.of("n-3", "n-4", "n-5").forEach(id -> history.lose(Service.NOTIFICATION, "inbox", id));
        notification("n-3", "r-2", "winner", "TASK_OFFERED", 1, null, null);
        notification("n-4", "r-2", "loser", "TASK_OFFERED", 1, null, null);
    }

    private static Map<String, ?> claimed(String person) {
        return Map.of("items", List.of(Map.of("what", "task-claimed", "taskId", "t-2", "by", person)));
    }

    private void decided(String request, String task, String person) {
        history.tell(
                WORKFLOW,
                request,
                "keshi.workflow.task-decided.v1",
                Map.of("taskId", task, "decidedBy", person, "outcome", "APPROVED", "initiatorId", "employee"));
        history.tell(
                WORKFLOW,
                request,
                "keshi.workflow.request-ended.v1",
                Map.of("outcome", "APPROVED", "decisiveTaskId", task, "initiatorId", "employee"));
    }

    private void request(String id, String mark, long sequence) {
        history.store(
                Service.WORKFLOW,
                "requests",
                new Document("_id", id)
                        .append("sequence", sequence)
                        .append("state", new Document("instance", "{\"reason\":\"%s\"}".formatted(mark))));
    }

    private Document notification(
            String id, String request, String person, String template, long version, String settled, String by) {
        var state = new Document("instanceId", request)
                .append("recipient", person)
                .append("template", template)
                .append("settledReason", settled)
                .append("settledBy", by);
        return history.store(
                Service.NOTIFICATION,
                "inbox",
                new Document("_id", id)
                        .append("version", version)
                        .append("sequence", 0L)
                        .append("state", state));
    }

    private void stands(String collection, String id, long version) {
        history.store(Service.ORG, collection, copy(id, version).append("version", version));
    }

    private static Document copy(String id, long sequence) {
        return new Document("_id", id).append("sequence", sequence);
    }

    private void ok(Kind kind, String key, Map<String, String> asked) {
        history.did(kind, key, asked, Outcome.OK, "200");
    }

    private void refused(Kind kind, String key, Map<String, String> asked, String answer) {
        history.did(kind, key, asked, Outcome.FAILED, answer);
    }
}
