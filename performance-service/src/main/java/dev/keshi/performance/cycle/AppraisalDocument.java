package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.Cutoffs;
import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.Total;
import dev.keshi.service.time.EnterpriseTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is judged by in a cycle, and what came of it. Nobody who rates is named here but the superior, who signs.
 *
 * @param departmentId where the person worked on the day of the population
 * @param superiorId who holds the interview as long as nobody else has to; absent when there was nobody above at the opening
 * @param total absent until it was scored, and when nothing counts
 * @param explanation see {@link ExplanationText}; absent until it was scored
 * @param ruleVersion version of the arithmetic that made the total; absent until it was scored, and in those scored before it was kept
 * @param grade the published one
 * @param calibrations who changed the grade, why, in order
 * @param publishedAt absent until it was, and in those published before it was kept
 * @param interview what was said of what came out; absent until it was held
 * @param interviewDue true while others have been told that the interview is to be held, else absent
 * @param interviewerId who was told to hold it; absent until somebody was, and where nobody stands above so that personnel do
 */
record AppraisalDocument(
        String cycleId,
        String personId,
        String departmentId,
        @Nullable String superiorId,
        List<StayDocument> stays,
        boolean published,
        @Nullable BigDecimal total,
        @Nullable String explanation,
        @Nullable Integer ruleVersion,
        @Nullable Grade grade,
        List<Calibration> calibrations,
        @Nullable Instant publishedAt,
        @Nullable Interview interview,
        @Nullable Instant signedByPerson,
        @Nullable Instant signedBySuperior,
        @Nullable Boolean interviewDue,
        @Nullable String interviewerId) {

    /** There was no other while appraisals did not say which. */
    private static final int FIRST_RULES = 1;

    AppraisalDocument {
        stays = List.copyOf(stays);
        calibrations = List.copyOf(calibrations);
    }

    /** A position held within the period. */
    record StayDocument(
            String templateId,
            String departmentId,
            @Nullable String positionId,
            LocalDate firstDay,
            LocalDate lastDay) {

        private boolean isSameAs(StayDocument other) {
            return departmentId.equals(other.departmentId)
                    && Objects.equals(positionId, other.positionId)
                    && firstDay.equals(other.firstDay);
        }

        private StayDocument until(LocalDate last) {
            return new StayDocument(templateId, departmentId, positionId, firstDay, last);
        }
    }

    record Calibration(Grade to, String reason, String by, Instant at) {}

    /**
     * The interview (绩效面谈).
     *
     * @param measures what the two agreed on
     * @param remarks what the person said of it
     * @param by who held it
     * @param at when it was recorded
     */
    record Interview(
            LocalDate heldOn,
            String strengths,
            String weaknesses,
            String measures,
            @Nullable String remarks,
            String by,
            Instant at) {}

    static AppraisalDocument opened(
            String cycleId, String personId, String departmentId, Optional<String> superior, List<StayDocument> stays) {
        return new AppraisalDocument(
                cycleId,
                personId,
                departmentId,
                superior.orElse(null),
                stays,
                false,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * With what became of the positions held since: the last one ends earlier, others came after it. What people were asked stays what
     * it was, so where the positions known then are not the first of these nothing is changed.
     *
     * @param now those of the period as they are known now, in order
     */
    AppraisalDocument upToDate(List<StayDocument> now) {
        if (explanation != null || now.size() < stays.size()) {
            return this;
        }
        var kept = new ArrayList<StayDocument>();
        for (int i = 0; i < now.size(); i++) {
            if (i >= stays.size()) {
                kept.add(now.get(i));
            } else if (stays.get(i).isSameAs(now.get(i))) {
                kept.add(stays.get(i).until(now.get(i).lastDay()));
            } else {
                return this;
            }
        }
        return unpublished(kept, null, null, null, calibrations);
    }

    /** @param rules version of the arithmetic */
    AppraisalDocument scored(Optional<Total> result, String explained, int rules) {
        requireUnpublished();
        return unpublished(stays, result.map(Total::value).orElse(null), explained, rules, calibrations);
    }

    AppraisalDocument calibrated(Calibration change) {
        requireUnpublished();
        if (change.by().equals(personId)) {
            throw new CycleProblem.OwnGrade();
        }
        if (total == null) {
            throw new CycleProblem.NoGrade();
        }
        var all = new ArrayList<>(calibrations);
        all.add(change);
        return unpublished(stays, total, explanation, ruleVersion, all);
    }

    /** The grade as it would be published now; absent when nothing counts. */
    Optional<Grade> gradeBy(Cutoffs cutoffs) {
        if (total == null) {
            return Optional.empty();
        }
        return Optional.of(
                calibrations.isEmpty()
                        ? cutoffs.gradeOf(new Total(total))
                        : calibrations.getLast().to());
    }

    /** What part of the weight the total rests on, see {@link Explanation#weightCounted}; absent where there is none. */
    Optional<BigDecimal> weightCounted() {
        return total == null || explanation == null
                ? Optional.empty()
                : Optional.of(ExplanationText.read(explanation).weightCounted());
    }

    /** Of what was scored. */
    int rulesOfTotal() {
        return ruleVersion == null ? FIRST_RULES : ruleVersion;
    }

    AppraisalDocument publishedBy(Cutoffs cutoffs, Instant at) {
        requireUnpublished();
        return publishedWith(gradeBy(cutoffs).orElse(null), at, null, null, null, null, null);
    }

    /**
     * Somebody is told to hold the interview; of what has no grade nobody is, and nothing is told twice.
     *
     * @param interviewer absent where nobody stands above the person, so that personnel hold it
     */
    AppraisalDocument toBeInterviewedBy(Optional<String> interviewer) {
        return published && grade != null && interview == null && signedByPerson == null
                ? publishedWith(grade, publishedAt, null, null, signedBySuperior, true, interviewer.orElse(null))
                : this;
    }

    /** Nobody has to hold the interview any more, because the person has left; where none is waited for it stays as it is. */
    AppraisalDocument withoutInterview() {
        return isInterviewDue()
                ? publishedWith(grade, publishedAt, interview, signedByPerson, signedBySuperior, null, interviewerId)
                : this;
    }

    boolean isInterviewDue() {
        return Boolean.TRUE.equals(interviewDue);
    }

    /** Somebody else than the superior was told to hold the interview, so personnel may have to. */
    boolean isPassedOn() {
        return isInterviewDue() && (interviewerId == null || !interviewerId.equals(superiorId));
    }

    /**
     * Held once, between publishing and the signatures. Whether somebody may hold it is asked before.
     *
     * @param time says which day it is, and on which it was published
     */
    AppraisalDocument interviewed(Interview held, EnterpriseTime time) {
        requirePublished();
        if (signedByPerson != null) {
            throw new CycleProblem.InterviewAfterSigning();
        }
        if (interview != null) {
            throw new CycleProblem.InterviewHeldBefore();
        }
        if (held.heldOn().isAfter(time.today())) {
            throw new CycleProblem.InterviewInFuture();
        }
        if (publishedAt != null) {
            var publishedOn = LocalDate.ofInstant(publishedAt, time.zone());
            if (held.heldOn().isBefore(publishedOn)) {
                throw new CycleProblem.InterviewBeforePublishing(publishedOn);
            }
        }
        return publishedWith(grade, publishedAt, held, signedByPerson, signedBySuperior, null, interviewerId);
    }

    /** After the interview, by the person, and by the superior or whoever held it in the superior's place. */
    AppraisalDocument signed(String by, Instant at) {
        requirePublished();
        boolean person = by.equals(personId);
        if (!person && !by.equals(superiorId) && !wasHeldBy(by)) {
            throw new CycleProblem.NotYoursToSign();
        }
        if ((person ? signedByPerson : signedBySuperior) != null) {
            throw new CycleProblem.SignedBefore();
        }
        // Of what was published before interviews were recorded, when that was is not known: nobody was asked for one.
        if (interview == null && publishedAt != null) {
            throw new CycleProblem.InterviewNotHeld();
        }
        return publishedWith(
                grade,
                publishedAt,
                interview,
                person ? at : signedByPerson,
                person ? signedBySuperior : at,
                person ? null : interviewDue,
                interviewerId);
    }

    boolean wasHeldBy(String by) {
        return interview != null && interview.by().equals(by);
    }

    private void requirePublished() {
        if (!published) {
            throw new CycleProblem.NotPublished();
        }
    }

    private void requireUnpublished() {
        if (published) {
            throw new CycleProblem.NotInCalibration();
        }
    }

    private AppraisalDocument unpublished(
            List<StayDocument> held,
            @Nullable BigDecimal points,
            @Nullable String explained,
            @Nullable Integer rules,
            List<Calibration> changes) {
        return new AppraisalDocument(
                cycleId,
                personId,
                departmentId,
                superiorId,
                held,
                false,
                points,
                explained,
                rules,
                null,
                changes,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private AppraisalDocument publishedWith(
            @Nullable Grade told,
            @Nullable Instant when,
            @Nullable Interview held,
            @Nullable Instant byPerson,
            @Nullable Instant bySuperior,
            @Nullable Boolean due,
            @Nullable String interviewer) {
        return new AppraisalDocument(
                cycleId,
                personId,
                departmentId,
                superiorId,
                stays,
                true,
                total,
                explanation,
                ruleVersion,
                told,
                calibrations,
                when,
                held,
                byPerson,
                bySuperior,
                due,
                interviewer);
    }
}
