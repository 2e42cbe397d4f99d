package dev.keshi.chaos.ledger;

import static dev.keshi.chaos.ledger.WholeRun.at;
import static dev.keshi.chaos.ledger.WholeRun.by;
import static dev.keshi.chaos.ledger.WholeRun.ids;
import static dev.keshi.chaos.ledger.WholeRun.marks;

import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.launcher.platform.Service;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/** Cycles: one for each that was planned, as far as people took it, with one appraisal for each of those who are appraised. */
final class AppraisalAudit {

    /** In the order in which a cycle goes through them. */
    private static final List<String> STATUSES =
            List.of("PLANNED", "OPENING", "RATING", "CLOSING", "SCORING", "CALIBRATION", "PUBLISHING", "PUBLISHED");

    private static final String NAME = "name";
    private static final String CYCLE = "state.cycleId";

    private final WholeRun run;
    private final Findings findings;

    AppraisalAudit(WholeRun run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    void check() {
        var planned = run.of(Kind.CYCLE);
        var cycles = by("state.name", run.stored(Service.PERFORMANCE, "cycles", "state.name", marks(planned, NAME)));
        var appraisals = by(CYCLE, run.stored(Service.PERFORMANCE, "appraisals", CYCLE, ids(cycles.values())));
        for (Operation operation : planned) {
            var found = cycles.getOrDefault(operation.asked(NAME), List.of());
            findings.requireEffects(operation, found.size());
            found.forEach(cycle ->
                    cycle(operation, cycle, appraisals.getOrDefault(cycle.getString("_id"), List.<Document>of())));
        }
    }

    private void cycle(Operation planned, Document cycle, List<Document> appraisals) {
        String id = cycle.getString("_id");
        String status = at(cycle, "state.status");
        step(id, status, Kind.OPEN_CYCLE, "RATING");
        step(id, status, Kind.CLOSE_RATING, "CALIBRATION");
        step(id, status, Kind.PUBLISH_CYCLE, "PUBLISHED");
        boolean isOpened = isAt(status, "RATING");
        boolean isPublished = isAt(status, "PUBLISHED");
        toldOnce(id, "keshi.performance.cycle-opened.v1", isOpened);
        toldOnce(id, "keshi.performance.cycle-published.v1", isPublished);
        var people = appraisals.stream().map(one -> at(one, "state.personId")).toList();
        findings.require(
                people.size() == Set.copyOf(people).size(),
                Invariant.I3,
                "the cycle %s has two appraisals of one person: %s",
                id,
                people);
        findings.require(
                !isOpened
                        || Set.copyOf(people)
                                .equals(Set.of(planned.asked("people").split(" "))),
                Invariant.I1,
                "the cycle %s was opened for %s, and appraises %s",
                id,
                planned.asked("people"),
                people);
        appraisals.forEach(one -> appraisal(one, isPublished));
    }

    /** Whoever takes a cycle further does so once, and then it is there. */
    private void step(String cycle, String status, Kind kind, String leadsTo) {
        findings.requireOnce(run.of(kind, cycle), isAt(status, leadsTo) ? 1 : 0);
    }

    private static boolean isAt(String status, String wanted) {
        return STATUSES.indexOf(status) >= STATUSES.indexOf(wanted);
    }

    private void appraisal(Document appraisal, boolean isPublished) {
        String id = appraisal.getString("_id");
        toldOnce(id, "keshi.performance.appraisal-opened.v1", true);
        boolean shown = Boolean.TRUE.equals(appraisal.getEmbedded(List.of("state", "published"), Boolean.class));
        findings.require(
                shown == isPublished,
                Invariant.I8,
                "the cycle of %s is %s, and the appraisal is %s",
                id,
                isPublished ? "published" : "not published",
                shown ? "published" : "not");
        if (shown) {
            new GradeAudit(run, findings).check(appraisal);
        }
    }

    private void toldOnce(String key, String type, boolean happened) {
        int told = run.told(key, type).size();
        findings.require(
                told == (happened ? 1 : 0),
                told == 0 ? Invariant.I2 : Invariant.I3,
                "%s was told of %s %d times",
                type,
                key,
                told);
    }
}
