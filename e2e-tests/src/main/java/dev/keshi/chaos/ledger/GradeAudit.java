package dev.keshi.chaos.ledger;

import static dev.keshi.chaos.ledger.WholeRun.at;

import dev.keshi.chaos.ledger.ExplainedTotal.Counted;
import dev.keshi.chaos.ledger.ExplainedTotal.Peers;
import dev.keshi.chaos.ledger.Operation.Kind;
import dev.keshi.chaos.ledger.Truth.Reader;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/**
 * A published grade: over HTTP, in its event, and reckoned from the parts of its explanation it is the same, and stays it; each rating that was
 * acknowledged counts once; and whoever was told that the interview was held, or that it is signed, finds it so.
 */
final class GradeAudit {

    private static final String APPRAISALS = "/api/performance/v1/appraisals/";
    private static final String GRADE = "grade";
    private static final String TOTAL = "total";

    /** Before the code of an indicator, what was given for it. */
    private static final String POINTS = "points.";

    /** Below, what peers say is not shown. */
    private static final int FEWEST_PEERS = 3;

    private final WholeRun run;
    private final Findings findings;

    GradeAudit(WholeRun run, Findings findings) {
        this.run = run;
        this.findings = findings;
    }

    void check(Document appraisal) {
        String id = appraisal.getString("_id");
        var shown = run.truth().shown(Reader.PERSONNEL, APPRAISALS + id);
        var explained = run.truth().shown(Reader.PERSONNEL, APPRAISALS + id + "/explanation");
        if (shown.isEmpty() || explained.isEmpty()) {
            findings.require(false, Invariant.I1, "what came out of the appraisal %s cannot be read", id);
            return;
        }
        var explanation = new ExplainedTotal(explained.get());
        grade(id, shown.get(), explanation);
        calibrations(id, shown.get());
        var ratings = run.of(Kind.RATE).stream()
                .filter(one -> one.asked("cycleId").equals(at(appraisal, "state.cycleId"))
                        && one.asked("subjectId").equals(at(appraisal, "state.personId")))
                .collect(Collectors.groupingBy(Operation::key));
        ratings.forEach((rating, attempts) -> {
            if (!isOfPeer(attempts)) {
                named(rating, attempts, explanation.counted());
            }
        });
        explanation
                .counted()
                .forEach(one -> findings.require(
                        ratings.containsKey(one.rating()), Invariant.I7, "nobody gave what counts in %s: %s", id, one));
        peers(id, ratings, explanation.peers(), ratedBefore(ratings));
        signed(id, shown.get());
    }

    private void grade(String id, JsonNode shown, ExplainedTotal explanation) {
        var total = explanation.total();
        var published = run.told(id, "keshi.performance.appraisal-published.v1");
        findings.require(
                published.size() == (total.isPresent() ? 1 : 0),
                published.isEmpty() ? Invariant.I2 : Invariant.I3,
                "the grade of %s was told %d times",
                id,
                published.size());
        String read = "%s %s"
                .formatted(shown.path(GRADE).asString(""), shown.path(TOTAL).asString(""));
        published.forEach(event -> findings.require(
                read.equals("%s %s".formatted(event.field(GRADE), event.field(TOTAL))),
                Invariant.I2,
                "%s is graded %s, and told to be %s",
                id,
                read,
                event.json()));
        total.ifPresent(points -> {
            String reckoned = "%s %s".formatted(gradeOf(points, shown.path("calibrations")), points);
            findings.require(
                    read.equals(reckoned), Invariant.I9, "%s is graded %s, and reckoned to be %s", id, read, reckoned);
        });
        run.of(Kind.GRADE_SEEN, id)
                .forEach(seen -> findings.require(
                        read.equals("%s %s".formatted(seen.asked(GRADE), seen.asked(TOTAL))),
                        Invariant.I6,
                        "%s is graded %s, and nobody told of the change: %s",
                        id,
                        read,
                        seen));
    }

    /** By the thresholds that are proposed where nothing else is agreed, unless somebody changed it. */
    private static String gradeOf(BigDecimal total, JsonNode calibrations) {
        if (!calibrations.isEmpty()) {
            return calibrations.get(calibrations.size() - 1).path(GRADE).asString();
        }
        var thresholds = List.of(Map.entry("EXCELLENT", 90), Map.entry("GOOD", 80), Map.entry("PASS", 60));
        return thresholds.stream()
                .filter(one -> total.compareTo(BigDecimal.valueOf(one.getValue())) >= 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("FAIL");
    }

    private void calibrations(String id, JsonNode shown) {
        for (Operation operation : run.of(Kind.CALIBRATE, id)) {
            var found = shown.path("calibrations")
                    .valueStream()
                    .filter(one -> one.path("reason").asString().equals(operation.asked("reason")))
                    .toList();
            findings.requireEffects(operation, found.size());
            found.forEach(one -> findings.require(
                    one.path(GRADE).asString().equals(operation.asked(GRADE)),
                    Invariant.I7,
                    "%s led to %s",
                    operation,
                    one));
        }
    }

    /** Self and superior: the rating is named, with the points that were given. */
    private void named(String rating, List<Operation> attempts, List<Counted> all) {
        for (String indicator : indicators(attempts)) {
            var counted = all.stream()
                    .filter(one ->
                            one.rating().equals(rating) && one.indicator().equals(indicator))
                    .toList();
            findings.requireOnce(attempts, counted.size());
            counted.forEach(one -> findings.require(
                    given(attempts, indicator).stream().anyMatch(points -> points.compareTo(one.points()) == 0),
                    Invariant.I7,
                    "%s counts, and other points were given: %s",
                    one,
                    attempts));
        }
    }

    /** Whether peers may have rated the person in an earlier cycle. */
    private boolean ratedBefore(Map<String, List<Operation>> ratings) {
        return ratings.values().stream()
                .flatMap(List::stream)
                .min(Comparator.comparing(Operation::number))
                .filter(first -> run.of(Kind.RATE).stream()
                        .anyMatch(one -> one.asked("kind").equals("PEER")
                                && one.asked("subjectId").equals(first.asked("subjectId"))
                                && !one.asked("cycleId").equals(first.asked("cycleId"))
                                && one.number() < first.number()))
                .isPresent();
    }

    /**
     * Peers are not named: as many as have rated, and the mean of what they gave.
     *
     * @param before then they count in the groups of earlier cycles (ADR 0017), so that not all of them need
     */
    private void peers(String id, Map<String, List<Operation>> ratings, List<Peers> counted, boolean before) {
        var all = ratings.values().stream().filter(GradeAudit::isOfPeer).toList();
        var acknowledged = all.stream()
                .filter(attempts -> attempts.stream().anyMatch(one -> one.outcome() == Outcome.OK))
                .toList();
        long possible = all.stream()
                .filter(attempts -> attempts.stream().anyMatch(one -> one.outcome() != Outcome.FAILED))
                .count();
        findings.require(
                !counted.isEmpty() || before || acknowledged.size() < FEWEST_PEERS,
                Invariant.I1,
                "%d peers have rated in %s, and nothing of it counts",
                acknowledged.size(),
                id);
        for (Peers peers : counted) {
            findings.require(
                    peers.many() >= (before ? FEWEST_PEERS : acknowledged.size()),
                    Invariant.I1,
                    "%d peers have rated in %s, and %s counts",
                    acknowledged.size(),
                    id,
                    peers);
            findings.require(
                    peers.many() <= possible,
                    Invariant.I3,
                    "%d peers may have rated in %s, and %s counts",
                    possible,
                    id,
                    peers);
            if (possible == acknowledged.size() && possible == peers.many()) {
                var sum = acknowledged.stream()
                        .map(attempts -> given(attempts, peers.indicator()).getFirst())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                findings.require(
                        sum.compareTo(peers.mean().multiply(BigDecimal.valueOf(possible))) == 0,
                        Invariant.I7,
                        "%s counts in %s, and together they gave %s",
                        peers,
                        id,
                        sum);
            }
        }
    }

    private void signed(String id, JsonNode shown) {
        var held = run.of(Kind.INTERVIEW, id);
        findings.requireOnce(
                held,
                run.told(id, "keshi.performance.appraisal-interview-held.v1").size());
        held.stream()
                .filter(one -> one.outcome() == Outcome.OK)
                .forEach(one -> findings.require(
                        shown.path("interview").path("measures").asString("").equals(one.asked("measures")),
                        Invariant.I1,
                        "%s led to %s",
                        one,
                        shown.path("interview")));
        var signatures = run.told(id, "keshi.performance.appraisal-signed.v1");
        Map.of("PERSON", "signedByPerson", "SUPERIOR", "signedBySuperior").forEach((role, field) -> {
            long told = signatures.stream()
                    .filter(event -> event.field("signedAs").equals(role))
                    .count();
            findings.requireOnce(
                    run.of(Kind.SIGN, id).stream()
                            .filter(one -> one.asked("signedAs").equals(role))
                            .toList(),
                    told);
            findings.require(
                    shown.hasNonNull(field) == (told > 0),
                    Invariant.I2,
                    "%s of %s is %s, and was told %d times",
                    field,
                    id,
                    shown.path(field),
                    told);
        });
    }

    private static boolean isOfPeer(List<Operation> attempts) {
        return attempts.getFirst().asked("kind").equals("PEER");
    }

    private static Set<String> indicators(List<Operation> attempts) {
        return attempts.getFirst().asked().keySet().stream()
                .filter(field -> field.startsWith(POINTS))
                .map(field -> field.substring(POINTS.length()))
                .collect(Collectors.toSet());
    }

    /** The points of whoever was told that they are given; where nobody was, those that may be. */
    private static List<BigDecimal> given(List<Operation> attempts, String indicator) {
        boolean told = attempts.stream().anyMatch(one -> one.outcome() == Outcome.OK);
        return attempts.stream()
                .filter(one -> one.outcome() == (told ? Outcome.OK : Outcome.UNKNOWN))
                .map(one -> new BigDecimal(one.asked(POINTS + indicator)))
                .toList();
    }
}
