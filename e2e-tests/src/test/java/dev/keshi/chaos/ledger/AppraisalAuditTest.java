package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A cycle of two people, one with peers and a changed grade, and what the ledger says when something about it is not as people were told. */
class AppraisalAuditTest {

    private static final String TOPIC = "keshi.performance.v1";
    private static final String EVENT = "keshi.performance.";
    private static final String FIRST = "/api/performance/v1/appraisals/a-1";
    private static final String SECOND = "/api/performance/v1/appraisals/a-2";

    private final HandMadeHistory history = new HandMadeHistory();

    @BeforeEach
    void aCycleWasPublishedAndSigned() {
        history.did(Kind.CYCLE, "c-1", Map.of("name", "X1", "people", "p-1 p-2"), Outcome.OK, "201");
        history.did(Kind.OPEN_CYCLE, "c-1", Map.of(), Outcome.OK, "202");
        history.did(Kind.CLOSE_RATING, "c-1", Map.of(), Outcome.FAILED, "409");
        history.did(Kind.CLOSE_RATING, "c-1", Map.of(), Outcome.OK, "202");
        history.did(Kind.PUBLISH_CYCLE, "c-1", Map.of(), Outcome.OK, "202");
        history.store(
                Service.PERFORMANCE,
                "cycles",
                new Document("_id", "c-1").append("state", new Document("name", "X1").append("status", "PUBLISHED")));
        history.tell(TOPIC, "c-1", EVENT + "cycle-opened.v1", Map.of());
        history.tell(TOPIC, "c-1", EVENT + "cycle-published.v1", Map.of());
        first();
        second();
    }

    @Test
    void nothingIsBrokenWhereEverythingIsAsPeopleWereTold() {
        assertThat(history.loopAudit()).isEmpty();
    }

    @Test
    void whatIsUnknownMayHaveHappenedOrNot() {
        history.changeOperations(
                operation -> operation.outcome() == Outcome.OK && operation.kind() != Kind.GRADE_SEEN,
                operation -> with(operation, Outcome.UNKNOWN));
        history.did(Kind.CYCLE, "", Map.of("name", "X90", "people", "p-1 p-2"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.CALIBRATE, "a-2", Map.of("grade", "FAIL", "reason", "X91"), Outcome.UNKNOWN, "timeout");
        rated("r-9", "p-1", "PEER", 60, 60, Outcome.UNKNOWN);

        assertThat(history.loopAudit()).isEmpty();
    }

    /** They count in the groups of earlier cycles then, and never fewer than three. */
    @Test
    void ofPeersWhoRatedTheSamePersonBeforeNotAllNeedCount() {
        rated("r-9", "p-1", "PEER", 72, 72, Outcome.OK);
        assertThat(history.loopAudit()).isNotEmpty();

        history.changeOperations(
                operation -> operation.key().equals("r-6"),
                operation -> new Operation(
                        0,
                        operation.kind(),
                        operation.key(),
                        Map.of("cycleId", "c-0", "subjectId", "p-1", "kind", "PEER"),
                        operation.outcome(),
                        operation.answer()));
        assertThat(history.loopAudit()).isEmpty();

        ((ObjectNode) views(FIRST, 0).get(2)).put("peers", 2);
        assertThat(history.loopAudit()).isNotEmpty();
    }

    /** What is done to the history, and what is found then. */
    record Broke(String what, Invariant found, Consumer<AppraisalAuditTest> how) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource({"cycles", "ratings", "grades"})
    void whatPeopleWereNotToldIsFound(Broke broke) {
        broke.how().accept(this);

        assertThat(history.loopAudit()).extracting(Broken::invariant).contains(broke.found());
    }

    static Stream<Broke> cycles() {
        return Stream.of(
                new Broke(
                        "an acknowledged cycle is gone",
                        Invariant.I1,
                        test -> test.history.lose(Service.PERFORMANCE, "cycles", "c-1")),
                new Broke(
                        "a cycle stands still that was opened",
                        Invariant.I1,
                        test -> test.state("cycles", "c-1").put("status", "OPENING")),
                new Broke(
                        "two have closed one rating",
                        Invariant.I8,
                        test -> test.turn(one -> one.kind() == Kind.CLOSE_RATING, Outcome.OK)),
                new Broke(
                        "a cycle is published and that was refused",
                        Invariant.I7,
                        test -> test.turn(one -> one.kind() == Kind.PUBLISH_CYCLE, Outcome.FAILED)),
                new Broke(
                        "nobody was told that a cycle is published",
                        Invariant.I2,
                        test -> test.history.events().remove(test.history.event("c-1", "cycle-published.v1"))),
                new Broke("somebody has two appraisals", Invariant.I3, test -> test.appraisal("a-9", "p-1")),
                new Broke(
                        "somebody has no appraisal",
                        Invariant.I1,
                        test -> test.history.lose(Service.PERFORMANCE, "appraisals", "a-2")),
                new Broke(
                        "an appraisal was opened twice",
                        Invariant.I3,
                        test -> test.history.tell(TOPIC, "a-2", EVENT + "appraisal-opened.v1", Map.of())),
                new Broke(
                        "an appraisal was left out when all were published",
                        Invariant.I8,
                        test -> test.state("appraisals", "a-2").put("published", false)));
    }

    static Stream<Broke> ratings() {
        return Stream.of(
                new Broke(
                        "an acknowledged rating does not count",
                        Invariant.I1,
                        test -> test.views(FIRST, 0).remove(0)),
                new Broke(
                        "a rating counts twice",
                        Invariant.I7,
                        test -> test.leaves(FIRST).add(test.leaves(FIRST).get(0).deepCopy())),
                new Broke(
                        "a rating counts with the points of whoever was refused",
                        Invariant.I7,
                        test -> ((ObjectNode) test.leaves(FIRST).get(0)).put("points", 48.0)),
                new Broke(
                        "a rating counts that was refused",
                        Invariant.I7,
                        test -> test.turn(one -> one.key().equals("r-2"), Outcome.FAILED)),
                new Broke(
                        "a rating counts that nobody gave",
                        Invariant.I7,
                        test -> ((ObjectNode) test.leaves(FIRST).get(0)).put("reference", "r-99")),
                new Broke(
                        "two gave one rating",
                        Invariant.I8,
                        test -> test.rated("r-1", "p-1", "SELF", 48, 48, Outcome.OK)),
                new Broke(
                        "a peer does not count",
                        Invariant.I1,
                        test -> test.rated("r-9", "p-1", "PEER", 72, 72, Outcome.OK)),
                new Broke(
                        "a peer counts who was refused",
                        Invariant.I3,
                        test -> test.turn(one -> one.key().equals("r-5"), Outcome.FAILED)),
                new Broke(
                        "peers count with other points",
                        Invariant.I7,
                        test -> ((ObjectNode) test.views(FIRST, 0).get(2)).put("points", 73.0)));
    }

    static Stream<Broke> grades() {
        return Stream.of(
                new Broke(
                        "the event of a grade is missing",
                        Invariant.I2,
                        test -> test.history.events().remove(test.history.event("a-1", "appraisal-published.v1"))),
                new Broke("a grade was told twice", Invariant.I3, test -> test.graded("a-2", "EXCELLENT", "96.0")),
                new Broke(
                        "the event tells another grade",
                        Invariant.I2,
                        test -> test.history.retell(
                                test.history.event("a-1", "appraisal-published.v1"), "grade", "FAIL")),
                new Broke(
                        "a grade was changed and nobody told of it",
                        Invariant.I6,
                        test -> test.history.page(SECOND).put("grade", "GOOD")),
                new Broke("a total is not what its parts make", Invariant.I9, test -> {
                    test.history.page(SECOND).put("total", "95.0");
                    test.history.retell(test.history.event("a-2", "appraisal-published.v1"), "total", "95.0");
                }),
                new Broke(
                        "what came out cannot be read",
                        Invariant.I1,
                        test -> test.history.hide(FIRST + "/explanation")),
                new Broke(
                        "an acknowledged reason is gone",
                        Invariant.I1,
                        test -> test.history.page(FIRST).putArray("calibrations")),
                new Broke(
                        "a refused reason is there",
                        Invariant.I7,
                        test -> test.turn(one -> one.kind() == Kind.CALIBRATE, Outcome.FAILED)),
                new Broke("a signature was told twice", Invariant.I7, test -> test.signed("a-1", "PERSON")),
                new Broke(
                        "an acknowledged signature is not shown",
                        Invariant.I2,
                        test -> test.history.page(FIRST).remove("signedByPerson")),
                new Broke(
                        "an acknowledged signature was never told",
                        Invariant.I1,
                        test -> test.history.events().remove(test.history.event("a-1", "appraisal-signed.v1"))),
                new Broke(
                        "two signed for one",
                        Invariant.I8,
                        test -> test.history.did(Kind.SIGN, "a-1", Map.of("signedAs", "PERSON"), Outcome.OK, "200")),
                new Broke(
                        "an interview says something else",
                        Invariant.I1,
                        test -> test.history.page(FIRST).putObject("interview").put("measures", "X99")));
    }

    /** (10 x 72 + 60 x 96 + 30 x 72) / 100 = 86.4, in both indicators; somebody has made a PASS of it. */
    private void first() {
        appraisal("a-1", "p-1");
        rated("r-1", "p-1", "SELF", 72, 72, Outcome.OK);
        rated("r-1", "p-1", "SELF", 48, 48, Outcome.FAILED);
        rated("r-2", "p-1", "SUPERIOR", 96, 96, Outcome.OK);
        rated("r-3", "p-1", "PEER", 60, 60, Outcome.OK);
        rated("r-4", "p-1", "PEER", 72, 72, Outcome.OK);
        rated("r-5", "p-1", "PEER", 84, 84, Outcome.OK);
        rated("r-6", "p-1", "PEER", 84, 84, Outcome.FAILED);
        history.did(Kind.CALIBRATE, "a-1", Map.of("grade", "PASS", "reason", "X2"), Outcome.OK, "200");
        seen("a-1", "PASS", "86.4");
        history.did(Kind.INTERVIEW, "a-1", Map.of("measures", "X3"), Outcome.OK, "200");
        history.did(Kind.SIGN, "a-1", Map.of("signedAs", "PERSON"), Outcome.OK, "200");
        history.did(Kind.SIGN, "a-1", Map.of("signedAs", "PERSON"), Outcome.FAILED, "409");
        history.did(Kind.SIGN, "a-1", Map.of("signedAs", "SUPERIOR"), Outcome.OK, "200");
        graded("a-1", "PASS", "86.4");
        history.tell(TOPIC, "a-1", EVENT + "appraisal-interview-held.v1", Map.of());
        signed("a-1", "PERSON");
        signed("a-1", "SUPERIOR");
        history.show(
                FIRST,
                Map.of(
                        "grade",
                        "PASS",
                        "total",
                        "86.4",
                        "calibrations",
                        List.of(Map.of("grade", "PASS", "reason", "X2")),
                        "interview",
                        Map.of("measures", "X3"),
                        "signedByPerson",
                        "2026-11-24T02:00:00Z",
                        "signedBySuperior",
                        "2026-11-24T02:00:00Z"));
        var peers = Map.of("level", "VIEW", "subject", "PEER", "weight", 30, "points", 72.0, "peers", 3);
        explained(FIRST, List.of(view("SELF", 10, "r-1", 72.0), view("SUPERIOR", 60, "r-2", 96.0), peers));
    }

    private void second() {
        appraisal("a-2", "p-2");
        rated("r-7", "p-2", "SUPERIOR", 96, 96, Outcome.OK);
        seen("a-2", "EXCELLENT", "96.0");
        graded("a-2", "EXCELLENT", "96.0");
        history.show(SECOND, Map.of("grade", "EXCELLENT", "total", "96.0", "calibrations", List.of()));
        var leftOut = Map.of("level", "VIEW", "subject", "SELF", "weight", 10, "leftOut", "NO_RATING");
        explained(SECOND, List.of(leftOut, view("SUPERIOR", 60, "r-7", 96.0)));
    }

    private void appraisal(String id, String person) {
        history.store(
                Service.PERFORMANCE,
                "appraisals",
                new Document("_id", id)
                        .append(
                                "state",
                                new Document("cycleId", "c-1")
                                        .append("personId", person)
                                        .append("published", true)));
        history.tell(TOPIC, id, EVENT + "appraisal-opened.v1", Map.of());
    }

    private void rated(String rating, String subject, String kind, int care, int order, Outcome outcome) {
        history.did(
                Kind.RATE,
                rating,
                Map.of(
                        "cycleId",
                        "c-1",
                        "subjectId",
                        subject,
                        "kind",
                        kind,
                        "points.care",
                        Integer.toString(care),
                        "points.order",
                        Integer.toString(order)),
                outcome,
                outcome == Outcome.OK ? "200" : "409");
    }

    private void seen(String id, String grade, String total) {
        history.did(Kind.GRADE_SEEN, id, Map.of("grade", grade, "total", total), Outcome.OK, "200");
    }

    private void graded(String id, String grade, String total) {
        history.tell(TOPIC, id, EVENT + "appraisal-published.v1", Map.of("grade", grade, "total", total));
    }

    private void signed(String id, String as) {
        history.tell(TOPIC, id, EVENT + "appraisal-signed.v1", Map.of("signedAs", as));
    }

    private static Map<String, Object> view(String whose, int weight, String rating, double points) {
        var leaf = Map.of("reference", rating, "weight", 1, "points", points);
        return Map.of("level", "VIEW", "subject", whose, "weight", weight, "points", points, "parts", List.of(leaf));
    }

    /** The same in both indicators. */
    private void explained(String path, List<Map<String, ? extends Object>> views) {
        var indicators = Stream.of("care", "order")
                .map(code -> Map.of("level", "INDICATOR", "subject", code, "weight", 50, "parts", views))
                .toList();
        var stay = Map.of("level", "STAY", "subject", "0", "weight", 1, "parts", indicators);
        history.show(path + "/explanation", Map.of("level", "PERIOD", "weight", 1, "parts", List.of(stay)));
    }

    private ArrayNode views(String path, int indicator) {
        return (ArrayNode) history.page(path + "/explanation").at("/parts/0/parts/%d/parts".formatted(indicator));
    }

    /** Of what the person has said of the first indicator. */
    private ArrayNode leaves(String path) {
        return (ArrayNode) views(path, 0).at("/0/parts");
    }

    private Document state(String collection, String id) {
        return history.document(Service.PERFORMANCE, collection, id).get("state", Document.class);
    }

    private void turn(Predicate<Operation> which, Outcome outcome) {
        history.changeOperations(which, operation -> with(operation, outcome));
    }

    private static Operation with(Operation operation, Outcome outcome) {
        return new Operation(
                operation.number(), operation.kind(), operation.key(), operation.asked(), outcome, "changed");
    }
}
