package dev.keshi.chaos.ledger;

import static dev.keshi.chaos.ledger.WholeRun.at;
import static dev.keshi.chaos.ledger.WholeRun.parts;

import dev.keshi.chaos.ledger.CourseAudit.Learned;
import dev.keshi.chaos.ledger.Operation.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** A session: never more people than places, nobody waits while one is free, and whoever was told so has one or waits. */
final class SessionAudit {

    private static final String CONFIRMED = "keshi.training.enrolment-confirmed.v1";
    private static final String WAITLISTED = "keshi.training.enrolment-waitlisted.v1";
    private static final String MOVED_UP = "keshi.training.enrolment-moved-up.v1";
    private static final String WITHDRAWN = "keshi.training.enrolment-withdrawn.v1";
    private static final String RECORDED = "keshi.training.attendance-recorded.v1";
    private static final String PERSON = "personId";
    private static final Set<String> WITH_A_PLACE = Set.of("ENROLLED", "ATTENDED", "ABSENT");

    private final WholeRun run;
    private final Findings findings;

    SessionAudit(WholeRun run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    /** @return who has learned the course there */
    List<Learned> check(Operation scheduled, Document session) {
        String id = session.getString("_id");
        int capacity = Integer.parseInt(scheduled.asked("capacity"));
        var standing = standing(id, capacity);
        var kept = parts(session, "enrolments").stream()
                .collect(Collectors.toMap(
                        one -> one.getString(PERSON), one -> one.getString("status"), (a, b) -> a + b));
        findings.require(kept.equals(standing), Invariant.I9, "in %s stand %s, and events tell %s", id, kept, standing);
        long places = kept.values().stream().filter(WITH_A_PLACE::contains).count();
        findings.require(
                places <= capacity, Invariant.I8, "%d people have a place in %s, which has %d", places, id, capacity);
        asked(id, Kind.ENROL, Set.of(CONFIRMED, WAITLISTED), "");
        asked(id, Kind.WITHDRAW, Set.of(WITHDRAWN), "WITHDRAWN");
        return recorded(at(session, "state.courseCode"), id);
    }

    /** Where everybody stands by what was told, one after the other; at no moment were there more than places. */
    private Map<String, String> standing(String id, int capacity) {
        var standing = new HashMap<String, String>();
        for (LoggedEvent event : run.truth().once(id)) {
            String person = event.field(PERSON);
            switch (event.type()) {
                case CONFIRMED, MOVED_UP -> standing.put(person, "ENROLLED");
                case WAITLISTED -> standing.put(person, "WAITING");
                case WITHDRAWN ->
                    standing.put(person, event.field("cause").equals("HELD") ? "NOT_PLACED" : "WITHDRAWN");
                case RECORDED -> {
                    event.fields("attended").forEach(one -> standing.put(one, "ATTENDED"));
                    event.fields("absent").forEach(one -> standing.put(one, "ABSENT"));
                }
                default -> {}
            }
            long places =
                    standing.values().stream().filter(WITH_A_PLACE::contains).count();
            findings.require(
                    places <= capacity,
                    Invariant.I8,
                    "%s has %d places, and %d people have one after %s",
                    id,
                    capacity,
                    places,
                    event);
        }
        findings.require(
                !standing.containsValue("WAITING")
                        || standing.values().stream()
                                        .filter(WITH_A_PLACE::contains)
                                        .count()
                                == capacity,
                Invariant.I8,
                "somebody waits while a place is free: %s",
                standing);
        return standing;
    }

    /** Each asks once. @param cause that the event must name; empty for any */
    private void asked(String id, Kind kind, Set<String> types, String cause) {
        var told = run.truth().once(id).stream()
                .filter(event -> types.contains(event.type()))
                .filter(event -> cause.isEmpty() || event.field("cause").equals(cause))
                .map(event -> event.field(PERSON))
                .toList();
        var operations = run.of(kind, id);
        operations.forEach(operation -> findings.requireEffects(
                operation, told.stream().filter(operation.asked(PERSON)::equals).count()));
        var people = operations.stream().map(one -> one.asked(PERSON)).toList();
        findings.require(people.containsAll(told), Invariant.I7, "in %s %s did not ask, but %s", id, told, people);
    }

    private List<Learned> recorded(String course, String id) {
        var told = run.told(id, RECORDED);
        var records = run.of(Kind.ATTENDANCE, id);
        findings.requireOnce(records, told.size());
        told.forEach(event -> findings.require(
                records.stream()
                        .filter(one -> one.outcome() != Outcome.FAILED)
                        .anyMatch(one -> one.asked("attended")
                                .equals(event.fields("attended").stream()
                                        .sorted()
                                        .collect(Collectors.joining(" ")))),
                Invariant.I7,
                "%s came to %s, and that is not what was recorded: %s",
                event.fields("attended"),
                id,
                records));
        return told.stream()
                .flatMap(event -> event.fields("attended").stream()
                        .map(person -> new Learned(course, person, "session", id, event.id())))
                .toList();
    }
}
