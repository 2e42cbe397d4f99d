package dev.keshi.chaos.ledger;

import static dev.keshi.chaos.ledger.WholeRun.at;
import static dev.keshi.chaos.ledger.WholeRun.by;
import static dev.keshi.chaos.ledger.WholeRun.marks;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;

/**
 * What people did in one service and what it led to in the others, over the whole run: work is evidence once, a measure and its work
 * agree, a figure that goes up and down raises one warning, whoever is hired has each course of the induction to take once, and what came of
 * appraisals and of courses is what people gave and took. Looked at when everything has come to rest, and what follows from events by sweeps has had its time.
 */
public final class LoopAudit {

    private static final Set<String> INDUCTION =
            Set.of("INDUCTION-CULTURE", "INDUCTION-RULES", "INDUCTION-DUTIES", "COMPLIANCE-BASICS");
    private static final Set<String> OF_PLACES =
            Set.of("keshi.org.person-hired.v1", "keshi.org.person-transferred.v1", "keshi.org.person-separated.v1");
    private static final String COMPLETED = "keshi.workflow.work-item-completed.v1";
    private static final String TITLE = "title";

    private final WholeRun run;
    private final Findings findings = new Findings();

    public LoopAudit(Ledger ledger, Truth truth) {
        this.run = new WholeRun(truth, ledger.since(0));
    }

    public List<Broken> check() {
        work();
        measures();
        warnings();
        courses();
        new AppraisalAudit(run, findings).check();
        var learning = new CourseAudit(run, findings);
        learning.check();
        if (findings.all().isEmpty()) {
            learning.verify();
        }
        return findings.all();
    }

    private void work() {
        var asked = run.of(Kind.WORK);
        var items = by("state.title", run.stored(Service.WORKFLOW, "work_items", "state.title", marks(asked, TITLE)));
        var ids = items.values().stream()
                .flatMap(List::stream)
                .map(item -> item.getString("_id"))
                .flatMap(id -> Stream.of(evidence(id), timeliness(id)))
                .toList();
        var facts = run.truth().byId(Service.PERFORMANCE, "facts", ids);
        for (Operation operation : asked) {
            var found = items.getOrDefault(operation.asked(TITLE), List.of());
            findings.requireEffects(operation, found.size());
            found.forEach(item -> item(operation, item.getString("_id"), facts));
        }
    }

    private void item(Operation given, String id, Map<String, Document> facts) {
        var completed = run.told(id, COMPLETED);
        var accepts = run.all().stream()
                .filter(one -> one.kind() == Kind.ACCEPT_WORK && one.key().equals(id))
                .toList();
        findings.require(
                completed.isEmpty() || accepts.stream().anyMatch(one -> one.outcome() != Outcome.FAILED),
                Invariant.I7,
                "the work item %s is completed, and nobody accepted it: %s",
                id,
                accepts);
        findings.require(
                completed.size() == 1 || accepts.stream().noneMatch(one -> one.outcome() == Outcome.OK),
                completed.isEmpty() ? Invariant.I1 : Invariant.I8,
                "the work item %s was accepted, and events tell so %d times",
                id,
                completed.size());
        for (String fact : List.of(evidence(id), timeliness(id))) {
            var known = facts.get(fact);
            findings.require(known != null, Invariant.I2, "performance-service has not heard of %s", fact);
            if (known != null) {
                String event = completed.isEmpty() ? "" : completed.getLast().id();
                findings.require(
                        at(known, "state.eventId").equals(event),
                        Invariant.I9,
                        "the fact %s is by %s, and the events of the work item say %s",
                        fact,
                        at(known, "state.eventId"),
                        event);
                findings.require(
                        event.isEmpty() || given.asked("ownerId").equals(at(known, "state.personId")),
                        Invariant.I9,
                        "the fact %s is of %s, and the work was of %s",
                        fact,
                        at(known, "state.personId"),
                        given.asked("ownerId"));
            }
        }
    }

    private static String evidence(String item) {
        return "WORK_ITEMS:" + item;
    }

    private static String timeliness(String item) {
        return "WORK_ITEMS:DUE_DATES:" + item;
    }

    private void measures() {
        var registered = run.of(Kind.RISK);
        var risks = by("state.title", run.stored(Service.RISK, "risks", "state.title", marks(registered, TITLE)));
        registered.forEach(operation -> findings.requireEffects(
                operation, risks.getOrDefault(operation.asked(TITLE), List.of()).size()));
        var byId = risks.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(risk -> risk.getString("_id"), risk -> risk));
        var planned = run.of(Kind.MEASURE);
        var work = by("state.title", run.stored(Service.WORKFLOW, "work_items", "state.title", marks(planned, TITLE)));
        for (Operation operation : planned) {
            var title = operation.asked(TITLE);
            var measures = byId
                    .getOrDefault(operation.key(), new Document("state", new Document()))
                    .get("state", Document.class)
                    .getList("measures", Document.class, List.of())
                    .stream()
                    .filter(measure -> title.equals(measure.getString(TITLE)))
                    .toList();
            findings.requireEffects(operation, measures.size());
            var items = work.getOrDefault(title, List.of());
            findings.require(
                    items.size() == measures.size(),
                    items.size() < measures.size() ? Invariant.I2 : Invariant.I3,
                    "of the measure %s of %s came %d pieces of work",
                    title,
                    operation.key(),
                    items.size());
            if (measures.size() == 1 && items.size() == 1) {
                agree(operation, measures.getFirst(), items.getFirst());
            }
        }
    }

    private void agree(Operation planned, Document measure, Document item) {
        boolean done = "DONE".equals(measure.getString("status"));
        findings.require(
                done == "COMPLETED".equals(at(item, "state.status")),
                Invariant.I2,
                "the measure %s of %s is %s, and its work %s",
                planned.asked(TITLE),
                planned.key(),
                measure.getString("status"),
                at(item, "state.status"));
        var reports = run.all().stream()
                .filter(one -> one.kind() == Kind.DO_MEASURE && one.key().equals(item.getString("_id")))
                .toList();
        findings.require(
                done || reports.stream().noneMatch(one -> one.outcome() == Outcome.OK),
                Invariant.I1,
                "the work of the measure %s was reported, and it is %s",
                planned.asked(TITLE),
                measure.getString("status"));
        findings.require(
                !done || reports.stream().anyMatch(one -> one.outcome() != Outcome.FAILED),
                Invariant.I7,
                "the measure %s is done, and nobody said so: %s",
                planned.asked(TITLE),
                reports);
        long told = run.told(planned.key(), "keshi.risk.measure-completed.v1").stream()
                .filter(event -> event.field("measureId").equals(measure.getString("_id")))
                .count();
        findings.require(
                told == (done ? 1 : 0),
                Invariant.I3,
                "the measure %s is %s and was told of as done %d times",
                planned.asked(TITLE),
                measure.getString("status"),
                told);
    }

    private void warnings() {
        var watched = run.of(Kind.WATCH);
        var indicators = by("state.name", run.stored(Service.RISK, "indicators", "state.name", marks(watched, "name")));
        watched.forEach(operation -> findings.requireEffects(
                operation,
                indicators.getOrDefault(operation.asked("name"), List.of()).size()));
        var reports = run.of(Kind.FIGURES).stream().collect(Collectors.groupingBy(Operation::key));
        var raised =
                by("state.indicatorId", run.stored(Service.RISK, "warnings", "state.indicatorId", reports.keySet()));
        reports.forEach((indicator, figures) -> {
            var warnings = raised.getOrDefault(indicator, List.of());
            boolean told = figures.stream().anyMatch(one -> one.outcome() == Outcome.OK);
            boolean perhaps = figures.stream().anyMatch(one -> one.outcome() != Outcome.FAILED);
            findings.require(!told || !warnings.isEmpty(), Invariant.I1, "nobody was warned because of %s", figures);
            findings.require(
                    warnings.size() <= (perhaps ? 1 : 0),
                    Invariant.I3,
                    "%d warnings were raised because of %s",
                    warnings.size(),
                    figures);
            warnings.forEach(warning -> findings.require(
                    run.told(warning.getString("_id"), "keshi.risk.warning-raised.v1")
                                    .size()
                            == 1,
                    Invariant.I2,
                    "the warning %s was not told of once",
                    warning.getString("_id")));
        });
    }

    private void courses() {
        var people = run.of(Kind.HIRE).stream()
                .map(Operation::key)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        var assigned = by("state.personId", run.stored(Service.TRAINING, "assignments", "state.personId", people));
        var facts = by("state.personId", run.stored(Service.TRAINING, "trainee_facts", "state.personId", people));
        for (String person : people) {
            var assignments = assigned.getOrDefault(person, List.of());
            var courses =
                    assignments.stream().map(one -> at(one, "state.courseCode")).toList();
            findings.require(
                    courses.containsAll(INDUCTION),
                    Invariant.I2,
                    "%s was hired and has only %s to take",
                    person,
                    courses);
            findings.require(
                    courses.size() == Set.copyOf(courses).size(),
                    Invariant.I3,
                    "%s has a course to take twice: %s",
                    person,
                    courses);
            assignments.forEach(one -> findings.require(
                    run.told(one.getString("_id"), "keshi.training.course-assigned.v1")
                                    .size()
                            == 1,
                    Invariant.I2,
                    "that %s has to take %s was not told once",
                    person,
                    at(one, "state.courseCode")));
            long places = run.truth().once(person).stream()
                    .filter(event -> OF_PLACES.contains(event.type()))
                    .count();
            int known = facts.getOrDefault(person, List.of()).size();
            findings.require(
                    known == places,
                    known < places ? Invariant.I2 : Invariant.I3,
                    "training-service knows %d facts of %s, and %d events told one",
                    known,
                    person,
                    places);
        }
    }
}
