package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.IndicatorFamily;
import dev.keshi.performance.template.TemplateCode;
import dev.keshi.performance.template.TemplateId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Why a command about a cycle, an appraisal or a rating was refused. Nothing was written. */
public abstract sealed class CycleProblem extends RuntimeException {

    private CycleProblem(String message) {
        super(message, null, false, false);
    }

    /** There is no such cycle. */
    public static final class UnknownCycle extends CycleProblem {
        public UnknownCycle(CycleId id) {
            super("No cycle " + id.value());
        }
    }

    /** There is no such appraisal, or not for the caller. */
    public static final class UnknownAppraisal extends CycleProblem {
        public UnknownAppraisal(AppraisalId id) {
            super("No appraisal " + id.value());
        }
    }

    /** There is no such rating, or it is not the caller's to give. */
    public static final class UnknownRating extends CycleProblem {
        public UnknownRating(RatingId id) {
            super("No rating " + id.value());
        }
    }

    /** The department of the population does not exist. */
    public static final class NoSuchDepartment extends CycleProblem {
        NoSuchDepartment(String department) {
            super("No department " + department);
        }
    }

    /** A preferred template has no released version. */
    public static final class NoSuchTemplate extends CycleProblem {
        private final String code;

        NoSuchTemplate(String code) {
            super("No released template " + code);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** A partial cycle judges what its plan names, and it names no family. */
    public static final class FamiliesMissing extends CycleProblem {
        FamiliesMissing() {
            super("A partial cycle without families");
        }
    }

    /** Where all families are judged, the cycle is comprehensive. */
    public static final class FamiliesAll extends CycleProblem {
        FamiliesAll() {
            super("A partial cycle of all families");
        }
    }

    /** A comprehensive cycle judges everything, so none is named. */
    public static final class FamiliesOfComprehensive extends CycleProblem {
        FamiliesOfComprehensive() {
            super("A comprehensive cycle of some families");
        }
    }

    /** No released template has an indicator of the family. */
    public static final class FamilyInNoTemplate extends CycleProblem {
        private final IndicatorFamily family;

        FamilyInNoTemplate(IndicatorFamily family) {
            super("No template has an indicator of " + family);
            this.family = family;
        }

        public IndicatorFamily family() {
            return family;
        }
    }

    /** A preferred template has nothing of the families that are judged, so nobody could be judged by it. */
    public static final class TemplateNotJudged extends CycleProblem {
        private final String code;

        TemplateNotJudged(String code) {
            super("Template " + code + " has nothing of the families");
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The period is longer than the kind says, or so short that a shorter kind would do. */
    public static final class KindDoesNotFit extends CycleProblem {
        private final int fewestDays;
        private final int mostDays;

        KindDoesNotFit(CycleKind kind) {
            super(kind + " lasts " + kind.fewestDays() + " to " + kind.mostDays() + " days");
            this.fewestDays = kind.fewestDays();
            this.mostDays = kind.mostDays();
        }

        public int fewestDays() {
            return fewestDays;
        }

        public int mostDays() {
            return mostDays;
        }
    }

    /** Nobody can have held a position for more days than the period has, so nobody would be judged. */
    public static final class MinimumDaysBeyondPeriod extends CycleProblem {
        private final int days;

        MinimumDaysBeyondPeriod(int days) {
            super("The period has " + days + " days");
            this.days = days;
        }

        public int days() {
            return days;
        }
    }

    /** The day of the population has not come, or lies before the period. */
    public static final class PopulationDay extends CycleProblem {
        PopulationDay() {
            super("The population is taken on a day of the period or after it that has come");
        }
    }

    /** A cycle is opened once. */
    public static final class OpenedBefore extends CycleProblem {
        OpenedBefore() {
            super("The cycle was opened before");
        }
    }

    /** What was called off goes on no more. */
    public static final class Cancelled extends CycleProblem {
        Cancelled() {
            super("The cycle was cancelled");
        }
    }

    /** The service is at work on it; afterwards it can be called off, unless it publishes. */
    public static final class WorkedOn extends CycleProblem {
        WorkedOn() {
            super("The cycle is being worked on");
        }
    }

    /** Grades that people know of are not called off. */
    public static final class PublishedBefore extends CycleProblem {
        PublishedBefore() {
            super("Publishing has begun");
        }
    }

    /** There are appraisals, and not one of them has a total, so there is nothing to publish. */
    public static final class NobodyScored extends CycleProblem {
        NobodyScored() {
            super("No appraisal has a total");
        }
    }

    /** People rate only while the cycle is open for it. */
    public static final class NotRating extends CycleProblem {
        NotRating() {
            super("The cycle is not open for rating");
        }
    }

    /** What happens until the last day of the period is judged too. */
    public static final class PeriodNotOver extends CycleProblem {
        private final LocalDate lastDay;

        PeriodNotOver(LocalDate lastDay) {
            super("The period lasts until " + lastDay);
            this.lastDay = lastDay;
        }

        public LocalDate lastDay() {
            return lastDay;
        }
    }

    /** Superiors still have to rate, or their ratings to be waived. */
    public static final class RatingMissing extends CycleProblem {
        private final long missing;

        RatingMissing(long missing) {
            super(missing + " ratings of superiors are missing");
            this.missing = missing;
        }

        public long missing() {
            return missing;
        }
    }

    /** Grades exist only when the cycle has been scored, and stay as they are once published. */
    public static final class NotInCalibration extends CycleProblem {
        NotInCalibration() {
            super("The cycle is not in calibration");
        }
    }

    /** The grade is not published yet. */
    public static final class NotPublished extends CycleProblem {
        NotPublished() {
            super("The grade is not published");
        }
    }

    /** Nothing counted, so there is no grade. */
    public static final class NoGrade extends CycleProblem {
        NoGrade() {
            super("Nothing counted");
        }
    }

    /** Peers rated because so many of them would be shown together; no trial of other rules goes below. */
    public static final class FewerPeersThanPromised extends CycleProblem {
        private final int promised;

        FewerPeersThanPromised(int promised) {
            super("Peers were promised a minimum of " + promised);
            this.promised = promised;
        }

        public int promised() {
            return promised;
        }
    }

    /** Weights are tried for a template that nobody in the cycle is judged by. */
    public static final class TemplateNotUsed extends CycleProblem {
        private final String template;

        TemplateNotUsed(TemplateId template) {
            super("Nobody is judged by template " + template.value());
            this.template = template.value();
        }

        public String template() {
            return template;
        }
    }

    /** A weight is tried for an indicator that its template does not have. */
    public static final class IndicatorNotInTemplate extends CycleProblem {
        private final String template;
        private final String indicator;

        IndicatorNotInTemplate(TemplateCode template, String indicator) {
            super("No indicator " + indicator + " in template " + template.value());
            this.template = template.value();
            this.indicator = indicator;
        }

        public String template() {
            return template;
        }

        public String indicator() {
            return indicator;
        }
    }

    /** A weight is tried for an indicator of a family that the cycle does not judge. */
    public static final class IndicatorNotJudged extends CycleProblem {
        private final String template;
        private final String indicator;

        IndicatorNotJudged(TemplateCode template, String indicator) {
            super("Indicator " + indicator + " of template " + template.value() + " is not judged");
            this.template = template.value();
            this.indicator = indicator;
        }

        public String template() {
            return template;
        }

        public String indicator() {
            return indicator;
        }
    }

    /** The weights that are tried, with those that stay as they are, are not 100 together. */
    public static final class OtherWeightsNotHundred extends CycleProblem {
        private final String template;
        private final int sum;

        OtherWeightsNotHundred(TemplateCode template, int sum) {
            super("The weights of template " + template.value() + " add up to " + sum);
            this.template = template.value();
            this.sum = sum;
        }

        public String template() {
            return template;
        }

        public int sum() {
            return sum;
        }
    }

    /** Everybody's total by the other rules is still being worked out. */
    public static final class TrialUnderWay extends CycleProblem {
        TrialUnderWay() {
            super("The trial is being worked out");
        }
    }

    /** Nobody calibrates the own grade, or does without a rating of oneself. */
    public static final class OwnGrade extends CycleProblem {
        OwnGrade() {
            super("One's own grade");
        }
    }

    /** Who has rated as a peer does not see what came out, so can neither calibrate it nor talk about it. */
    public static final class RatedAsPeer extends CycleProblem {
        RatedAsPeer() {
            super("Rated as a peer");
        }
    }

    /** A rating is given once. */
    public static final class RatedBefore extends CycleProblem {
        RatedBefore() {
            super("The rating was given before");
        }
    }

    /** The rating lapsed or was waived. */
    public static final class RatingClosed extends CycleProblem {
        RatingClosed() {
            super("The rating is closed");
        }
    }

    /** A rating speaks of every indicator of its template that the cycle judges and of no other. */
    public static final class IncompleteRating extends CycleProblem {
        private final List<String> missing;
        private final List<String> unknown;

        IncompleteRating(Collection<String> missing, Collection<String> unknown) {
            super("The rating is incomplete");
            this.missing = List.copyOf(missing);
            this.unknown = List.copyOf(unknown);
        }

        public List<String> missing() {
            return missing;
        }

        public List<String> unknown() {
            return unknown;
        }
    }

    /** Nobody is a peer of oneself. */
    public static final class PeerIsOneself extends CycleProblem {
        PeerIsOneself() {
            super("A person is no peer of oneself");
        }
    }

    /** The superior has a view of the own. */
    public static final class PeerIsSuperior extends CycleProblem {
        PeerIsSuperior() {
            super("The superior is no peer");
        }
    }

    /** The peer does not work here. */
    public static final class NoSuchPeer extends CycleProblem {
        private final String person;

        NoSuchPeer(String person) {
            super("No peer " + person);
            this.person = person;
        }

        public String person() {
            return person;
        }
    }

    /** Only the superior and personnel name peers. */
    public static final class NotYoursToName extends CycleProblem {
        NotYoursToName() {
            super("Only the superior and personnel name peers");
        }
    }

    /** A rating of this kind that could be waived is not there. */
    public static final class NothingToWaive extends CycleProblem {
        NothingToWaive() {
            super("No rating of the superior is open");
        }
    }

    /** Only the superior holds the interview, whoever stands above now when that one has left, and personnel; nobody the own. */
    public static final class NotYoursToInterview extends CycleProblem {
        NotYoursToInterview() {
            super("Only the superior and personnel hold the interview");
        }
    }

    /** Nobody signs before the two have talked. */
    public static final class InterviewNotHeld extends CycleProblem {
        InterviewNotHeld() {
            super("The interview was not held");
        }
    }

    /** It is recorded once. */
    public static final class InterviewHeldBefore extends CycleProblem {
        InterviewHeldBefore() {
            super("The interview was recorded before");
        }
    }

    /** What was signed stays as it is. */
    public static final class InterviewAfterSigning extends CycleProblem {
        InterviewAfterSigning() {
            super("The person has signed");
        }
    }

    /** The same, and nobody would be left to sign what was said. */
    public static final class InterviewAfterSuperiorSigned extends CycleProblem {
        InterviewAfterSuperiorSigned() {
            super("The superior has signed");
        }
    }

    /** It is recorded when it has been held. */
    public static final class InterviewInFuture extends CycleProblem {
        InterviewInFuture() {
            super("The day of the interview has not come");
        }
    }

    /** Before, nobody knew what there was to talk about. */
    public static final class InterviewBeforePublishing extends CycleProblem {
        private final LocalDate publishedOn;

        InterviewBeforePublishing(LocalDate publishedOn) {
            super("It was published on " + publishedOn);
            this.publishedOn = publishedOn;
        }

        public LocalDate publishedOn() {
            return publishedOn;
        }
    }

    /** Only the person, the superior, whoever held the interview and whom that was passed on to sign. */
    public static final class NotYoursToSign extends CycleProblem {
        NotYoursToSign() {
            super("Only the person, the superior, whoever held the interview and whom that was passed on to sign");
        }
    }

    /** Each signs once. */
    public static final class SignedBefore extends CycleProblem {
        SignedBefore() {
            super("Signed before");
        }
    }
}
