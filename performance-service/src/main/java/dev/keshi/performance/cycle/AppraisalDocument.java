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
 * @param interviewerId who was told to hold it; absent until somebody was, and where nobody stands above so that personnel do (empty in those of before that was so)
 * @param signatureDue true while whoever held the interview, or whom that was passed on to, is to sign, else absent
 * @param signatoryId who that is; absent as {@code interviewerId}
 * @param passings how the interview, and then the signature, went from one to another; absent where neither did
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
        @Nullable String interviewerId,
        @Nullable Boolean signatureDue,
        @Nullable String signatoryId,
        @Nullable List<Passing> passings) {

    /** There was no other while appraisals did not say which. */
    private static final int FIRST_RULES = 1;

    AppraisalDocument {
        stays = List.copyOf(stays);
        calibrations = List.copyOf(calibrations);
        passings = passings == null ? null : List.copyOf(passings);
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

    /**
     * That one who had to do something has left, or was nobody.
     *
     * @param from who had it; absent where nobody in particular did
     * @param to who has it since then; absent where nobody stands above, so that personnel have it
     */
    record Passing(
            AppraisalDuty duty,
            @Nullable String from,
            @Nullable String to,
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
        return publishedWith(gradeBy(cutoffs).orElse(null), at, null, null, null, WaitedFor.NOTHING);
    }

    /**
     * Somebody is told to hold the interview as it is published; of what has no grade nobody is.
     *
     * @param interviewer absent where nobody stands above the person, so that personnel hold it
     */
    AppraisalDocument toBeInterviewedBy(Optional<String> interviewer) {
        if (!published
                || publishedAt == null
                || grade == null
                || interview != null
                || waitedFor().duty().isPresent()) {
            return this;
        }
        var superior = ownerOf(AppraisalDuty.INTERVIEW);
        var superiors = WaitedFor.NOTHING.next(AppraisalDuty.INTERVIEW, superior);
        return waitingFor(
                interviewer.equals(superior) && superior.isPresent()
                        ? superiors
                        : superiors.passedOn(interviewer, publishedAt));
    }

    /** Nobody has to hold the interview any more, because the person has left; where none is waited for it stays as it is. */
    AppraisalDocument withoutInterview() {
        return isInterviewDue() ? waitingFor(waitedFor().over()) : this;
    }

    boolean isInterviewDue() {
        return waitedFor().is(AppraisalDuty.INTERVIEW);
    }

    WaitedFor waitedFor() {
        var all = passings == null ? List.<Passing>of() : passings;
        if (Boolean.TRUE.equals(interviewDue)) {
            return new WaitedFor(Optional.of(AppraisalDuty.INTERVIEW), Optional.ofNullable(interviewerId), all);
        }
        return Boolean.TRUE.equals(signatureDue)
                ? new WaitedFor(Optional.of(AppraisalDuty.SIGNATURE), Optional.ofNullable(signatoryId), all)
                : new WaitedFor(Optional.empty(), Optional.empty(), all);
    }

    /** Whose it is as long as that one is here. */
    Optional<String> ownerOf(AppraisalDuty duty) {
        return switch (duty) {
            case INTERVIEW -> Optional.ofNullable(superiorId);
            case SIGNATURE -> Optional.ofNullable(interview).map(Interview::by);
        };
    }

    /** To whoever has to do from now on what is waited for. */
    AppraisalDocument passedOn(Optional<String> to, Instant at) {
        return waitingFor(waitedFor().passedOn(to, at));
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
        // Of what was published before interviews were recorded: nobody would be left to sign after it.
        if (signedBySuperior != null) {
            throw new CycleProblem.InterviewAfterSuperiorSigned();
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
        return publishedWith(
                grade,
                publishedAt,
                held,
                signedByPerson,
                signedBySuperior,
                waitedFor().next(AppraisalDuty.SIGNATURE, Optional.of(held.by())));
    }

    /**
     * After the interview, by the person, and by the superior, whoever held it in the superior's place, or whom that one's signature was passed on
     * to.
     *
     * @param personnel whether that is one of personnel, who may once it was passed on
     */
    AppraisalDocument signed(String by, boolean personnel, Instant at) {
        requirePublished();
        boolean person = by.equals(personId);
        if (!person && !isSignatory(by) && !signsInPlace(by, personnel)) {
            throw new CycleProblem.NotYoursToSign();
        }
        if ((person ? signedByPerson : signedBySuperior) != null) {
            throw new CycleProblem.SignedBefore();
        }
        // Of what was published before interviews were recorded, when that was is not known: nobody was asked for one.
        if (interview == null && publishedAt != null) {
            throw new CycleProblem.InterviewNotHeld();
        }
        var waits = waitedFor();
        return publishedWith(
                grade,
                publishedAt,
                interview,
                person ? at : signedByPerson,
                person ? signedBySuperior : at,
                person && waits.is(AppraisalDuty.SIGNATURE) ? waits : waits.over());
    }

    /** The superior, or who held the interview. */
    private boolean isSignatory(String by) {
        return by.equals(superiorId) || wasHeldBy(by);
    }

    /** Whether the signature was passed on to this one, or to personnel of whom this is one; never of the person. */
    boolean signsInPlace(String by, boolean personnel) {
        return !by.equals(personId)
                && !isSignatory(by)
                && waitedFor().wasPassedOn(AppraisalDuty.SIGNATURE)
                && (personnel || by.equals(signatoryId));
    }

    /** Whether this one was told to do what is waited for. */
    boolean waitsFor(String who) {
        return waitedFor().holder().filter(who::equals).isPresent();
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
                null,
                null,
                null,
                null);
    }

    private AppraisalDocument waitingFor(WaitedFor next) {
        return publishedWith(grade, publishedAt, interview, signedByPerson, signedBySuperior, next);
    }

    private AppraisalDocument publishedWith(
            @Nullable Grade told,
            @Nullable Instant when,
            @Nullable Interview held,
            @Nullable Instant byPerson,
            @Nullable Instant bySuperior,
            WaitedFor next) {
        boolean toTalk = next.is(AppraisalDuty.INTERVIEW);
        boolean toSign = next.is(AppraisalDuty.SIGNATURE);
        var holder = next.holder().orElse(null);
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
                toTalk ? true : null,
                toTalk ? holder : null,
                toSign ? true : null,
                toSign ? holder : null,
                next.passings().isEmpty() ? null : next.passings());
    }
}
