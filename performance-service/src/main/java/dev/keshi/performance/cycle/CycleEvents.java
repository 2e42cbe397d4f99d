package dev.keshi.performance.cycle;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.performance.AppraisalInterviewHeldV1;
import dev.keshi.contracts.performance.AppraisalInterviewLapsedV1;
import dev.keshi.contracts.performance.AppraisalInterviewPassedOnV1;
import dev.keshi.contracts.performance.AppraisalOpenedV1;
import dev.keshi.contracts.performance.AppraisalPublishedV1;
import dev.keshi.contracts.performance.AppraisalSignaturePassedOnV1;
import dev.keshi.contracts.performance.AppraisalSignedV1;
import dev.keshi.contracts.performance.CycleCancelledV1;
import dev.keshi.contracts.performance.CycleOpenedV1;
import dev.keshi.contracts.performance.CyclePublishedV1;
import dev.keshi.contracts.performance.IndicatorResult;
import dev.keshi.contracts.performance.RatingReminderGivenV1;
import dev.keshi.performance.cycle.AppraisalDocument.Interview;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.scoring.Total;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What others hear. Nobody stands in an event for having rated, and nothing is said before it is published for all. Who is to hold the
 * interview is known to everybody who sees the organisation, whoever rated.
 */
final class CycleEvents {

    private CycleEvents() {}

    static PublishedEvent opened(CycleId id, CycleDocument cycle) {
        return new CycleOpenedV1(
                id.value(),
                cycle.name(),
                cycle.kind().name(),
                cycle.extent().name(),
                cycle.firstDay(),
                cycle.lastDay(),
                cycle.populationOn(),
                cycle.appraisals(),
                families(cycle));
    }

    static PublishedEvent cancelled(CycleId id, CycleDocument cycle, String reason) {
        return new CycleCancelledV1(
                id.value(),
                cycle.name(),
                cycle.kind().name(),
                cycle.extent().name(),
                cycle.firstDay(),
                cycle.lastDay(),
                cycle.appraisals(),
                reason,
                families(cycle));
    }

    static PublishedEvent published(CycleId id, CycleDocument cycle, Map<Grade, Long> grades) {
        long graded = grades.values().stream().mapToLong(Long::longValue).sum();
        return new CyclePublishedV1(
                id.value(),
                cycle.name(),
                cycle.kind().name(),
                cycle.extent().name(),
                cycle.firstDay(),
                cycle.lastDay(),
                grades.getOrDefault(Grade.EXCELLENT, 0L),
                grades.getOrDefault(Grade.GOOD, 0L),
                grades.getOrDefault(Grade.PASS, 0L),
                grades.getOrDefault(Grade.FAIL, 0L),
                cycle.appraisals() - graded,
                families(cycle));
    }

    private static @Nullable List<String> families(CycleDocument cycle) {
        var families = cycle.families();
        return families == null
                ? null
                : families.stream().map(IndicatorFamily::name).toList();
    }

    /** The same to each: whom it goes to follows from who is appraised and who leads, not from who is asked and who has spoken. */
    static PublishedEvent reminded(String id, RatingReminderDocument reminder, String cycleName) {
        return new RatingReminderGivenV1(
                id, reminder.cycleId(), cycleName, reminder.personId(), reminder.ratingEndsOn());
    }

    static PublishedEvent opened(AppraisalId id, AppraisalDocument appraisal) {
        return new AppraisalOpenedV1(id.value(), appraisal.cycleId(), appraisal.personId(), appraisal.departmentId());
    }

    /**
     * Where it is not the superior who is to hold the interview, that is told as well, as it is when the superior leaves later.
     *
     * @param results of the indicators that counted
     */
    static List<PublishedEvent> published(
            AppraisalId id, AppraisalDocument appraisal, CycleDocument cycle, List<IndicatorResult> results) {
        var total = appraisal.total();
        var grade = appraisal.grade();
        if (total == null || grade == null) {
            return List.of();
        }
        var published = new AppraisalPublishedV1(
                id.value(),
                appraisal.cycleId(),
                appraisal.personId(),
                appraisal.departmentId(),
                new Total(total).value().toString(),
                grade.name(),
                results,
                appraisal.rulesOfTotal(),
                appraisal.weightCounted().map(BigDecimal::toString).orElse(null),
                cycle.firstDay(),
                cycle.lastDay(),
                appraisal.interviewerId());
        return appraisal.waitedFor().wasPassedOn(AppraisalDuty.INTERVIEW)
                ? List.of(published, passedOn(id, appraisal, cycle))
                : List.of(published);
    }

    /** To whoever stands above the person now, and personnel; whether one of them has rated as a peer makes no difference. */
    static PublishedEvent passedOn(AppraisalId id, AppraisalDocument appraisal, CycleDocument cycle) {
        var last = appraisal.waitedFor().passings().getLast();
        return switch (last.duty()) {
            case INTERVIEW ->
                new AppraisalInterviewPassedOnV1(
                        id.value(),
                        appraisal.cycleId(),
                        appraisal.personId(),
                        last.to(),
                        cycle.firstDay(),
                        cycle.lastDay());
            case SIGNATURE ->
                new AppraisalSignaturePassedOnV1(
                        id.value(),
                        appraisal.cycleId(),
                        appraisal.personId(),
                        last.from(),
                        last.to(),
                        Objects.requireNonNull(appraisal.interview()).heldOn(),
                        cycle.firstDay(),
                        cycle.lastDay());
        };
    }

    static PublishedEvent lapsed(AppraisalId id, AppraisalDocument appraisal) {
        return new AppraisalInterviewLapsedV1(id.value(), appraisal.cycleId(), appraisal.personId());
    }

    /** What was said is between those who see the appraisal. */
    static PublishedEvent interviewed(
            AppraisalId id, AppraisalDocument appraisal, CycleDocument cycle, Interview held) {
        return new AppraisalInterviewHeldV1(
                id.value(),
                appraisal.cycleId(),
                appraisal.personId(),
                held.heldOn(),
                cycle.firstDay(),
                cycle.lastDay());
    }

    static PublishedEvent signed(AppraisalId id, AppraisalDocument appraisal, String by) {
        return new AppraisalSignedV1(
                id.value(),
                appraisal.cycleId(),
                appraisal.personId(),
                Objects.equals(by, appraisal.personId()) ? "PERSON" : "SUPERIOR",
                appraisal.signedByPerson() != null && appraisal.signedBySuperior() != null);
    }
}
