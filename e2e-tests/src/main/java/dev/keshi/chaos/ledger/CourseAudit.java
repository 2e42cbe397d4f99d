package dev.keshi.chaos.ledger;

import static dev.keshi.chaos.ledger.WholeRun.at;
import static dev.keshi.chaos.ledger.WholeRun.by;
import static dev.keshi.chaos.ledger.WholeRun.marks;
import static dev.keshi.chaos.ledger.WholeRun.parts;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.chaos.ledger.Truth.Reader;
import dev.keshi.launcher.platform.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Courses: one for each that was published, its sessions and quizzes as people went through them, and for each time that somebody has learned it one
 * certificate, which holds for whoever asks by its number, and one fact in performance-service.
 */
final class CourseAudit {

    private static final String VERIFY = "/api/training/v1/certificates/verify/";
    private static final String PERSON = "personId";

    /** The gateway answers sixty a minute, and what is not well is looked at again. */
    private static final int MOST_VERIFIED = 10;

    private static final String OF_COURSE = "state.courseCode";

    private final WholeRun run;
    private final Findings findings;

    CourseAudit(WholeRun run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    /** That somebody has learned a course. @param by kind of what, as certificates name it @param event that told so */
    record Learned(String course, String person, String by, String key, String event) {

        String certificate() {
            return "%s/%s %s".formatted(by, key, person);
        }

        String fact() {
            return "COURSES:%s:%s".formatted(key, person);
        }
    }

    void check() {
        var published = run.of(Kind.COURSE);
        var codes = marks(published, "code");
        var courses = by("_id", run.stored(Service.TRAINING, "courses", "_id", codes));
        published.forEach(operation -> findings.requireEffects(
                operation,
                courses.getOrDefault(operation.asked("code"), List.of()).size()));
        var learned = new ArrayList<Learned>();
        var scheduled = run.of(Kind.SESSION);
        var sessions =
                by("state.place", run.stored(Service.TRAINING, "sessions", "state.place", marks(scheduled, "place")));
        for (Operation operation : scheduled) {
            var found = sessions.getOrDefault(operation.asked("place"), List.of());
            findings.requireEffects(operation, found.size());
            found.forEach(session -> learned.addAll(new SessionAudit(run, findings).check(operation, session)));
        }
        run.stored(Service.TRAINING, "attempt_sheets", OF_COURSE, codes).forEach(sheet -> quiz(sheet, learned));
        attempts();
        certificates(learned, run.stored(Service.TRAINING, "certificates", OF_COURSE, codes));
        facts(learned, run.stored(Service.PERFORMANCE, "facts", "state.subject", codes));
    }

    /** Whoever began an attempt has one, and no other runs beside it. */
    private void attempts() {
        run.of(Kind.ATTEMPT).forEach(begun -> {
            var sheets = run.stored(Service.TRAINING, "attempt_sheets", OF_COURSE, List.of(begun.asked("course")));
            long many = sheets.stream()
                    .filter(sheet -> at(sheet, "state.personId").equals(begun.asked(PERSON)))
                    .mapToLong(sheet -> parts(sheet, "attempts").size())
                    .sum();
            findings.requireEffects(begun, many);
        });
    }

    private void quiz(Document sheet, List<Learned> learned) {
        for (Document attempt : parts(sheet, "attempts")) {
            String id = attempt.getString("attemptId");
            var handedIn = run.of(Kind.HAND_IN, id);
            var result = Optional.ofNullable(attempt.get("result", Document.class));
            findings.requireOnce(handedIn, result.isPresent() ? 1 : 0);
            boolean passed = result.map(one -> one.getBoolean("passed")).orElse(false);
            var told = run.truth().once(sheet.getString("_id")).stream()
                    .filter(event -> event.type().startsWith("keshi.training.quiz-"))
                    .filter(event -> !event.type().equals("keshi.training.quiz-started.v1"))
                    .filter(event -> event.field("attemptId").equals(id))
                    .toList();
            findings.require(
                    told.size() == (result.isPresent() ? 1 : 0),
                    told.isEmpty() ? Invariant.I2 : Invariant.I3,
                    "the end of the attempt %s was told %d times",
                    id,
                    told.size());
            handedIn.stream()
                    .filter(one -> one.outcome() == Outcome.OK)
                    .forEach(one -> findings.require(
                            one.asked("passes").equals(Boolean.toString(passed)),
                            Invariant.I6,
                            "%s, and the attempt is %s",
                            one,
                            passed ? "passed" : "failed"));
            told.stream()
                    .filter(event -> event.type().equals("keshi.training.quiz-passed.v1"))
                    .forEach(event -> learned.add(
                            new Learned(at(sheet, OF_COURSE), at(sheet, "state.personId"), "quiz", id, event.id())));
        }
    }

    private void certificates(List<Learned> learned, List<Document> certificates) {
        var issued = certificates.stream()
                .collect(Collectors.groupingBy(
                        one -> "%s %s".formatted(at(one, "state.reference"), at(one, "state.personId"))));
        for (Learned one : learned) {
            var of = issued.getOrDefault(one.certificate(), List.of());
            findings.require(
                    of.size() == 1,
                    of.isEmpty() ? Invariant.I2 : Invariant.I3,
                    "%s led to %d certificates",
                    one,
                    of.size());
        }
        var known = learned.stream().map(Learned::certificate).collect(Collectors.toSet());
        issued.keySet()
                .forEach(one -> findings.require(
                        known.contains(one), Invariant.I7, "a certificate was issued and nobody learned: %s", one));
        certificates.forEach(this::toldOnce);
    }

    private void toldOnce(Document certificate) {
        String id = certificate.getString("_id");
        int told = run.told(id, "keshi.training.certificate-issued.v1").size();
        findings.require(told == 1, Invariant.I2, "the certificate %s was told of %d times", id, told);
    }

    /** Some certificates hold for whoever asks by their number: when all the rest is well, because nobody may ask as often as one likes. */
    void verify() {
        run.stored(Service.TRAINING, "certificates", OF_COURSE, marks(run.of(Kind.COURSE), "code")).stream()
                .limit(MOST_VERIFIED)
                .forEach(this::verify);
    }

    private void verify(Document certificate) {
        var shown = run.truth().shown(Reader.PERSONNEL, VERIFY + at(certificate, "state.number"));
        findings.require(
                shown.filter(one -> one.path("standing").asString("").equals("VALID")
                                && one.path("courseName").asString("").equals(at(certificate, OF_COURSE)))
                        .isPresent(),
                Invariant.I1,
                "the certificate %s of %s does not hold by its number: %s",
                certificate.getString("_id"),
                at(certificate, OF_COURSE),
                shown);
    }

    /** performance-service knows each time that somebody has learned one, by the event that told so, and no other. */
    private void facts(List<Learned> learned, List<Document> facts) {
        var known = new HashMap<String, Document>();
        facts.stream()
                .filter(fact -> fact.getString("_id").startsWith("COURSES:"))
                .forEach(fact -> known.put(fact.getString("_id"), fact));
        for (Learned one : learned) {
            var fact = Optional.ofNullable(known.remove(one.fact()));
            findings.require(fact.isPresent(), Invariant.I2, "performance-service has not heard of %s", one);
            fact.ifPresent(found -> findings.require(
                    at(found, "state.eventId").equals(one.event())
                            && at(found, "state.personId").equals(one.person()),
                    Invariant.I9,
                    "the fact of %s is by %s, of %s",
                    one,
                    at(found, "state.eventId"),
                    at(found, "state.personId")));
        }
        findings.require(
                known.isEmpty(), Invariant.I3, "performance-service counts what nobody learned: %s", known.keySet());
    }
}
