package dev.keshi.chaos.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
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

/** A course with a session for one and a quiz, and what the ledger says when something about it is not as people were told. */
class CourseAuditTest {

    private static final String TOPIC = "keshi.training.v1";
    private static final String EVENT = "keshi.training.";
    private static final String VERIFY = "/api/training/v1/certificates/verify/";

    private final HandMadeHistory history = new HandMadeHistory();

    @BeforeEach
    void aCourseWasHeldAndItsQuizTaken() {
        history.did(Kind.COURSE, "C-1", Map.of("code", "C-1"), Outcome.OK, "201");
        history.store(Service.TRAINING, "courses", new Document("_id", "C-1").append("state", new Document()));
        session();
        quiz();
    }

    @Test
    void nothingIsBrokenWhereEverythingIsAsPeopleWereTold() {
        assertThat(history.loopAudit()).isEmpty();
    }

    @Test
    void whatIsUnknownMayHaveHappenedOrNot() {
        turn(operation -> operation.outcome() == Outcome.OK, Outcome.UNKNOWN);
        history.did(Kind.COURSE, "C-9", Map.of("code", "C-9"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.SESSION, "", Map.of("place", "X9", "capacity", "1"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.ENROL, "s-1", Map.of("personId", "p-9"), Outcome.UNKNOWN, "timeout");
        history.did(Kind.ATTEMPT, "", Map.of("course", "C-1", "personId", "p-9"), Outcome.UNKNOWN, "timeout");

        assertThat(history.loopAudit()).isEmpty();
    }

    /** What is done to the history, and what is found then. */
    record Broke(String what, Invariant found, Consumer<CourseAuditTest> how) {

        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource({"sessions", "quizzes", "whatFollowed"})
    void whatPeopleWereNotToldIsFound(Broke broke) {
        broke.how().accept(this);

        assertThat(history.loopAudit()).extracting(Broken::invariant).contains(broke.found());
    }

    static Stream<Broke> sessions() {
        return Stream.of(
                new Broke(
                        "an acknowledged course is gone",
                        Invariant.I1,
                        test -> test.history.lose(Service.TRAINING, "courses", "C-1")),
                new Broke(
                        "an acknowledged session is gone",
                        Invariant.I1,
                        test -> test.history.lose(Service.TRAINING, "sessions", "s-1")),
                new Broke("more have a place than there are", Invariant.I8, test -> {
                    test.enrolments().getLast().put("status", "ATTENDED");
                    test.history.events().remove(test.history.event("s-1", "enrolment-waitlisted.v1"));
                    test.told("enrolment-confirmed", "p-3");
                }),
                new Broke(
                        "for a moment more had a place than there are",
                        Invariant.I8,
                        test -> test.history.events().remove(test.history.event("s-1", "enrolment-withdrawn.v1"))),
                new Broke("somebody waits while a place is free", Invariant.I8, test -> {
                    test.enrolments().get(1).put("status", "WAITING");
                    test.history.events().remove(test.history.event("s-1", "enrolment-moved-up.v1"));
                    test.history.events().remove(test.history.event("s-1", "attendance-recorded.v1"));
                }),
                new Broke(
                        "an acknowledged enrolment stands nowhere",
                        Invariant.I9,
                        test -> test.enrolments().removeLast()),
                new Broke(
                        "an acknowledged enrolment was never told",
                        Invariant.I1,
                        test -> test.history.events().remove(test.history.event("s-1", "enrolment-waitlisted.v1"))),
                new Broke(
                        "somebody was enrolled who was refused",
                        Invariant.I7,
                        test -> test.turn(one -> one.kind() == Kind.ENROL, Outcome.FAILED)),
                new Broke(
                        "somebody was enrolled who did not ask",
                        Invariant.I7,
                        test -> test.history.forgetOperations(one -> one.kind() == Kind.ENROL)),
                new Broke(
                        "somebody gave a place back who was refused",
                        Invariant.I7,
                        test -> test.turn(one -> one.kind() == Kind.WITHDRAW, Outcome.FAILED)),
                new Broke("it was recorded twice who came", Invariant.I7, test -> test.came("p-2")),
                new Broke(
                        "two were told that they recorded it",
                        Invariant.I8,
                        test -> test.turn(one -> one.kind() == Kind.ATTENDANCE, Outcome.OK)));
    }

    static Stream<Broke> quizzes() {
        return Stream.of(
                new Broke(
                        "an acknowledged attempt is gone",
                        Invariant.I1,
                        test -> test.history.lose(Service.TRAINING, "attempt_sheets", "h-1")),
                new Broke("the end of an attempt was told twice", Invariant.I3, test -> test.ended("quiz-failed")),
                new Broke(
                        "the end of an attempt was not told",
                        Invariant.I2,
                        test -> test.history.events().remove(test.history.event("h-1", "quiz-passed.v1"))),
                new Broke(
                        "an attempt was handed in twice",
                        Invariant.I8,
                        test -> test.turn(one -> one.kind() == Kind.HAND_IN, Outcome.OK)),
                new Broke(
                        "the answers of whoever was refused count",
                        Invariant.I6,
                        test -> test.history.changeOperations(
                                one -> one.kind() == Kind.HAND_IN && one.outcome() == Outcome.OK,
                                one -> new Operation(
                                        one.number(),
                                        one.kind(),
                                        one.key(),
                                        Map.of("passes", "false"),
                                        one.outcome(),
                                        "200"))));
    }

    static Stream<Broke> whatFollowed() {
        return Stream.of(
                new Broke(
                        "a certificate is missing",
                        Invariant.I2,
                        test -> test.history.lose(Service.TRAINING, "certificates", "z-1")),
                new Broke(
                        "somebody has two certificates for one attempt",
                        Invariant.I3,
                        test -> test.certificate("z-9", "quiz/t-1", "p-1")),
                new Broke(
                        "somebody has a certificate and has learned nothing",
                        Invariant.I7,
                        test -> test.certificate("z-9", "quiz/t-9", "p-9")),
                new Broke(
                        "a certificate was told of twice",
                        Invariant.I2,
                        test -> test.history.tell(TOPIC, "z-1", EVENT + "certificate-issued.v1", Map.of())),
                new Broke("a certificate does not verify", Invariant.I1, test -> test.history.hide(VERIFY + "N-z-1")),
                new Broke(
                        "a certificate is of another course",
                        Invariant.I1,
                        test -> test.history.page(VERIFY + "N-z-1").put("courseName", "C-2")),
                new Broke(
                        "performance-service has not heard of it",
                        Invariant.I2,
                        test -> test.history.lose(Service.PERFORMANCE, "facts", "COURSES:t-1:p-1")),
                new Broke(
                        "performance-service counts it twice", Invariant.I3, test -> test.fact("t-9", "p-1", "h-1-1")),
                new Broke(
                        "performance-service knows it by another event",
                        Invariant.I9,
                        test -> test.history
                                .document(Service.PERFORMANCE, "facts", "COURSES:t-1:p-1")
                                .get("state", Document.class)
                                .put("eventId", "h-9")));
    }

    /** Of three one has the place and gives it back, so the second moves up, and the third waits in vain. */
    private void session() {
        history.did(Kind.SESSION, "s-1", Map.of("place", "X1", "capacity", "1"), Outcome.OK, "201");
        for (String person : List.of("p-1", "p-2", "p-3")) {
            history.did(Kind.ENROL, "s-1", Map.of("personId", person), Outcome.OK, "200");
        }
        history.did(Kind.ENROL, "s-1", Map.of("personId", "p-4"), Outcome.FAILED, "409");
        history.did(Kind.WITHDRAW, "s-1", Map.of("personId", "p-1"), Outcome.OK, "200");
        history.did(Kind.ATTENDANCE, "s-1", Map.of("attended", "p-2"), Outcome.OK, "200");
        history.did(Kind.ATTENDANCE, "s-1", Map.of("attended", "p-2"), Outcome.FAILED, "409");
        told("enrolment-confirmed", "p-1");
        told("enrolment-waitlisted", "p-2");
        history.tell(TOPIC, "s-1", EVENT + "enrolment-withdrawn.v1", Map.of("personId", "p-1", "cause", "WITHDRAWN"));
        told("enrolment-moved-up", "p-2");
        told("enrolment-waitlisted", "p-3");
        history.tell(TOPIC, "s-1", EVENT + "enrolment-withdrawn.v1", Map.of("personId", "p-3", "cause", "HELD"));
        String event = came("p-2").id();
        history.store(
                Service.TRAINING,
                "sessions",
                new Document("_id", "s-1")
                        .append(
                                "state",
                                new Document("courseCode", "C-1")
                                        .append("place", "X1")
                                        .append(
                                                "enrolments",
                                                new ArrayList<>(List.of(
                                                        enrolled("p-1", "WITHDRAWN"),
                                                        enrolled("p-2", "ATTENDED"),
                                                        enrolled("p-3", "NOT_PLACED"))))));
        certificate("z-2", "session/s-1", "p-2");
        fact("s-1", "p-2", event);
    }

    private void quiz() {
        history.did(Kind.ATTEMPT, "t-1", Map.of("course", "C-1", "personId", "p-1"), Outcome.OK, "201");
        history.did(Kind.HAND_IN, "t-1", Map.of("passes", "true"), Outcome.OK, "200");
        history.did(Kind.HAND_IN, "t-1", Map.of("passes", "false"), Outcome.FAILED, "409");
        var attempt = new Document("attemptId", "t-1").append("result", new Document("passed", true));
        history.store(
                Service.TRAINING,
                "attempt_sheets",
                new Document("_id", "h-1")
                        .append(
                                "state",
                                new Document("courseCode", "C-1")
                                        .append("personId", "p-1")
                                        .append("attempts", List.of(attempt))));
        history.tell(TOPIC, "h-1", EVENT + "quiz-started.v1", Map.of("attemptId", "t-1"));
        String event = ended("quiz-passed").id();
        certificate("z-1", "quiz/t-1", "p-1");
        fact("t-1", "p-1", event);
    }

    private LoggedEvent ended(String how) {
        return history.tell(TOPIC, "h-1", EVENT + how + ".v1", Map.of("attemptId", "t-1"));
    }

    private void told(String what, String person) {
        history.tell(TOPIC, "s-1", EVENT + what + ".v1", Map.of("personId", person));
    }

    private LoggedEvent came(String person) {
        return history.tell(
                TOPIC,
                "s-1",
                EVENT + "attendance-recorded.v1",
                Map.of("attended", List.of(person), "absent", List.of()));
    }

    private static Document enrolled(String person, String status) {
        return new Document("personId", person).append("status", status);
    }

    private List<Document> enrolments() {
        return history.document(Service.TRAINING, "sessions", "s-1")
                .get("state", Document.class)
                .getList("enrolments", Document.class);
    }

    private void certificate(String id, String reference, String person) {
        history.store(
                Service.TRAINING,
                "certificates",
                new Document("_id", id)
                        .append(
                                "state",
                                new Document("courseCode", "C-1")
                                        .append("reference", reference)
                                        .append("personId", person)
                                        .append("number", "N-" + id)));
        history.tell(TOPIC, id, EVENT + "certificate-issued.v1", Map.of());
        history.show(VERIFY + "N-" + id, Map.of("standing", "VALID", "courseName", "C-1"));
    }

    private void fact(String reference, String person, String event) {
        history.store(
                Service.PERFORMANCE,
                "facts",
                new Document("_id", "COURSES:%s:%s".formatted(reference, person))
                        .append(
                                "state",
                                new Document("subject", "C-1")
                                        .append("eventId", event)
                                        .append("personId", person)));
    }

    private void turn(Predicate<Operation> which, Outcome outcome) {
        history.changeOperations(
                which,
                operation -> new Operation(
                        operation.number(), operation.kind(), operation.key(), operation.asked(), outcome, "changed"));
    }
}
