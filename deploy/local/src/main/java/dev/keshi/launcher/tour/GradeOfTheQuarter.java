package dev.keshi.launcher.tour;

import static dev.keshi.launcher.tour.TourFailure.require;

import dev.keshi.launcher.activity.Appraisals;
import dev.keshi.launcher.activity.People;
import dev.keshi.launcher.platform.EnterpriseClock;
import dev.keshi.launcher.tour.Step.Shown;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The department's appraisal: planned on the first day, rated and published when it is over, and one grade followed down to its events. */
final class GradeOfTheQuarter {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OWN_VIEW = 90;
    private static final int VIEW_OF_THE_SUPERIOR = 82;
    private static final List<Integer> VIEWS_OF_PEERS = List.of(78, 84, 80);
    private static final String CALIBRATED = "GOOD";
    private static final String CYCLE_OPENED = "keshi.performance.cycle-opened.v1";
    private static final String CYCLE_PUBLISHED = "keshi.performance.cycle-published.v1";
    private static final String APPRAISAL_OPENED = "keshi.performance.appraisal-opened.v1";
    private static final String APPRAISAL_PUBLISHED = "keshi.performance.appraisal-published.v1";
    private static final String INTERVIEW_HELD = "keshi.performance.appraisal-interview-held.v1";
    private static final String APPRAISAL_SIGNED = "keshi.performance.appraisal-signed.v1";

    private final QuarterCast cast;
    private final EnterpriseClock clock;
    private final Carried carried;
    private final LocalDate first;
    private final LocalDate last;
    private String template = "";
    private String cycle = "";
    private String appraisal = "";
    private OnTime whole = OnTime.NOTHING;
    private List<String> judgedBy = List.of();

    GradeOfTheQuarter(QuarterCast cast, EnterpriseClock clock, Carried carried, LocalDate first, LocalDate last) {
        this.cast = cast;
        this.clock = clock;
        this.carried = carried;
        this.first = first;
        this.last = last;
    }

    /** The code of the template by which it is judged. */
    String template() {
        return template;
    }

    /** How much of all the person's work was on time, the work of others' making too, which the grade counts as well. */
    OnTime whole() {
        return whole;
    }

    Shown isAgreedOn() {
        template = "tour-" + first + "-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        Appraisals.releaseTemplate(cast.personnel(), template);
        cycle = Appraisals.open(
                cast.personnel(), "%s 季度考核".formatted(first), first, last, cast.departmentId(), template);
        appraisal = Appraisals.idOf(cast.personnel(), cycle, cast.employeeId());
        return Carried.shown(
                "%s to %s: %s people, half by work on time, half by quality and attitude"
                        .formatted(
                                first,
                                last,
                                Appraisals.cycle(cast.personnel(), cycle)
                                        .path("appraisals")
                                        .asString()),
                carried.by(cycle, CYCLE_OPENED),
                carried.by(appraisal, APPRAISAL_OPENED));
    }

    Shown isMeasured(WorkOfTheQuarter work) {
        clock.forwardTo(last.plusDays(1));
        List<JsonNode> known =
                Appraisals.workKnown(cast.employee(), cast.employeeId(), first, last, work.all(), work::ledTo);
        var own = OnTime.of(known);
        var expected = new OnTime(work.onTime(), work.all());
        require(own.equals(expected), "of this work the indicator knows %s on time, not %s", own, expected);
        judgedBy = known.stream().map(one -> one.path("eventId").asString()).toList();
        var all = OnTime.of(Appraisals.workKnown(cast.employee(), cast.employeeId(), first, last, known.size()));
        return Carried.shown(
                "the quarter is over: %s on time, each named by its event%s".formatted(own, all.beside(own)),
                archived(judgedBy));
    }

    Shown isRated() {
        var peers = cast.colleagues();
        Appraisals.namePeers(
                cast.manager(), appraisal, peers.stream().map(People::idOf).toList());
        Appraisals.rate(cast.employee(), cycle, cast.employeeId(), "SELF", OWN_VIEW);
        Appraisals.rate(cast.manager(), cycle, cast.employeeId(), "SUPERIOR", VIEW_OF_THE_SUPERIOR);
        for (int peer = 0; peer < peers.size(); peer++) {
            Appraisals.rate(peers.get(peer), cycle, cast.employeeId(), "PEER", VIEWS_OF_PEERS.get(peer));
        }
        int waived = Appraisals.closeRatingWithoutTheRest(cast.personnel(), cycle, "本次演示只评一人");
        return Shown.of("self %d, superior %d, %d peers; %d others waived, no event names a rater"
                .formatted(OWN_VIEW, VIEW_OF_THE_SUPERIOR, peers.size(), waived));
    }

    Shown isPublished() {
        JsonNode scored = Appraisals.find(cast.personnel(), appraisal);
        Appraisals.calibrate(cast.personnel(), appraisal, CALIBRATED, "季度内独立编写数据口径手册");
        Appraisals.publish(cast.personnel(), cycle);
        JsonNode published = Appraisals.find(cast.employee(), appraisal);
        require(
                published.path("grade").asString().equals(CALIBRATED)
                        && published.path("total").equals(scored.path("total")),
                "the grade is %s",
                published.path("grade"));
        return Carried.shown(
                "total %s is %s, calibrated to %s with a reason"
                        .formatted(
                                scored.path("total").asString(),
                                scored.path("grade").asString(),
                                CALIBRATED),
                carried.by(appraisal, APPRAISAL_PUBLISHED),
                carried.by(cycle, CYCLE_PUBLISHED));
    }

    /** Nobody can sign before. */
    Shown isTalkedOver() {
        Appraisals.holdInterview(cast.manager(), appraisal, clock.today());
        JsonNode interview = Appraisals.find(cast.employee(), appraisal).path("interview");
        require(interview.hasNonNull("measures"), "the person does not see what was agreed on");
        return Carried.shown(
                "held on %s, what was said stands in no event"
                        .formatted(interview.path("heldOn").asString()),
                carried.by(appraisal, INTERVIEW_HELD));
    }

    Shown isSigned() {
        Appraisals.sign(cast.employee(), appraisal);
        Appraisals.sign(cast.manager(), appraisal);
        JsonNode signed = Appraisals.find(cast.employee(), appraisal);
        require(signed.hasNonNull("signedByPerson") && signed.hasNonNull("signedBySuperior"), "both have not signed");
        return Carried.shown("by both, the person and the superior", carried.by(appraisal, APPRAISAL_SIGNED));
    }

    /** From the total to the event in the archive. */
    Shown isExplained() {
        JsonNode explanation = Appraisals.explanation(cast.employee(), appraisal);
        List<String> named = explanation.findValuesAsString("eventId");
        require(
                !judgedBy.isEmpty() && named.containsAll(judgedBy),
                "the explanation names %s, not the events of this work: %s",
                named,
                judgedBy);
        JsonNode measured = explanation.findValue("measured");
        whole = OnTime.judged(explanation);
        return Carried.shown(
                "%s = half of %s%% on time and half of what people said; %d events named"
                        .formatted(
                                explanation.path("points").asString(),
                                measured.path("figure").asString(),
                                named.size()),
                archived(named));
    }

    private List<KafkaEvent> archived(List<String> ids) {
        return ids.stream()
                .map(id -> Archive.event(cast.auditor(), id, PATIENCE))
                .toList();
    }
}
