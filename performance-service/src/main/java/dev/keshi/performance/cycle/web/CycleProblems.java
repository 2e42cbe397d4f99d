package dev.keshi.performance.cycle.web;

import dev.keshi.performance.cycle.CycleProblem;
import dev.keshi.service.problem.Finding;
import dev.keshi.service.problem.Problem;
import dev.keshi.service.problem.ProblemMapping;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
final class CycleProblems implements ProblemMapping<CycleProblem> {

    private static final String POINTS = "/points";
    private static final String HELD_ON = "/heldOn";
    private static final Duration A_TRIAL = Duration.ofSeconds(3);

    @Override
    public Class<CycleProblem> failures() {
        return CycleProblem.class;
    }

    @Override
    public Problem describe(CycleProblem problem) {
        return switch (problem) {
            case CycleProblem.UnknownCycle _ -> Problem.notFound("cycle-not-found");
            case CycleProblem.UnknownAppraisal _ -> Problem.notFound("appraisal-not-found");
            case CycleProblem.UnknownRating _ -> Problem.notFound("rating-not-found");
            case CycleProblem.NoSuchDepartment _ ->
                Problem.unprocessable("cycle-department-missing")
                        .withErrors(List.of(Finding.at("/departmentId", "cycle-department-missing")));
            case CycleProblem.NoSuchTemplate missing ->
                Problem.unprocessable("cycle-template-missing", missing.code())
                        .withErrors(List.of(Finding.at("/templates", "cycle-template-missing", missing.code())));
            case CycleProblem.FamiliesMissing _ -> families("cycle-families-missing");
            case CycleProblem.FamiliesAll _ -> families("cycle-families-all");
            case CycleProblem.FamiliesOfComprehensive _ -> families("cycle-families-of-comprehensive");
            case CycleProblem.FamilyInNoTemplate unknown ->
                families("cycle-family-in-no-template", unknown.family().name());
            case CycleProblem.TemplateNotJudged other ->
                Problem.unprocessable("cycle-template-not-judged", other.code())
                        .withErrors(List.of(Finding.at("/templates", "cycle-template-not-judged", other.code())));
            case CycleProblem.KindDoesNotFit kind ->
                Problem.unprocessable("cycle-kind-does-not-fit", kind.fewestDays(), kind.mostDays())
                        .withErrors(List.of(
                                Finding.at("/kind", "cycle-kind-does-not-fit", kind.fewestDays(), kind.mostDays())));
            case CycleProblem.MinimumDaysBeyondPeriod period ->
                Problem.unprocessable("minimum-days-beyond-period", period.days())
                        .withErrors(List.of(Finding.at("/minimumDays", "minimum-days-beyond-period", period.days())));
            case CycleProblem.PopulationDay _ -> Problem.unprocessable("population-day");
            case CycleProblem.OpenedBefore _ -> Problem.conflict("cycle-opened-before");
            case CycleProblem.Cancelled _ -> Problem.conflict("cycle-cancelled");
            case CycleProblem.WorkedOn _ -> Problem.conflict("cycle-worked-on");
            case CycleProblem.PublishedBefore _ -> Problem.conflict("cycle-published-before");
            case CycleProblem.NobodyScored _ -> Problem.conflict("cycle-nobody-scored");
            case CycleProblem.NotRating _ -> Problem.conflict("cycle-not-rating");
            case CycleProblem.PeriodNotOver early ->
                Problem.conflict("period-not-over", early.lastDay().toString());
            case CycleProblem.RatingMissing missing -> Problem.conflict("rating-missing", missing.missing());
            case CycleProblem.NotInCalibration _ -> Problem.conflict("cycle-not-in-calibration");
            case CycleProblem.NotPublished _ -> Problem.conflict("grade-not-published");
            case CycleProblem.NoGrade _ -> Problem.conflict("no-grade");
            case CycleProblem.FewerPeersThanPromised promised ->
                Problem.unprocessable("minimum-peers-lowered", promised.promised())
                        .withErrors(List.of(
                                Finding.ofParameter("minimumPeers", "minimum-peers-lowered", promised.promised())));
            case CycleProblem.TemplateNotUsed unused -> weights("replay-template-not-used", unused.template());
            case CycleProblem.IndicatorNotInTemplate unknown ->
                weights("replay-indicator-unknown", unknown.template(), unknown.indicator());
            case CycleProblem.IndicatorNotJudged other ->
                weights("replay-indicator-not-judged", other.template(), other.indicator());
            case CycleProblem.OtherWeightsNotHundred weights ->
                weights("replay-weights-not-hundred", weights.template(), weights.sum());
            case CycleProblem.TrialUnderWay _ ->
                Problem.conflict("replay-under-way").retryAfter(A_TRIAL);
            case CycleProblem.OwnGrade _ -> Problem.forbidden("own-grade");
            case CycleProblem.RatedAsPeer _ -> Problem.forbidden("rated-as-peer");
            case CycleProblem.RatedBefore _ -> Problem.conflict("rated-before");
            case CycleProblem.RatingClosed _ -> Problem.conflict("rating-closed");
            case CycleProblem.IncompleteRating incomplete ->
                Problem.unprocessable("rating-incomplete").withErrors(findings(incomplete));
            case CycleProblem.PeerIsOneself _ -> Problem.unprocessable("peer-is-oneself");
            case CycleProblem.PeerIsSuperior _ -> Problem.unprocessable("peer-is-superior");
            case CycleProblem.NoSuchPeer missing -> Problem.unprocessable("peer-missing", missing.person());
            case CycleProblem.NotYoursToName _ -> Problem.forbidden("not-yours-to-name-peers");
            case CycleProblem.NothingToWaive _ -> Problem.conflict("nothing-to-waive");
            case CycleProblem.NotYoursToInterview _ -> Problem.forbidden("not-yours-to-interview");
            case CycleProblem.InterviewNotHeld _ -> Problem.conflict("interview-not-held");
            case CycleProblem.InterviewHeldBefore _ -> Problem.conflict("interview-held-before");
            case CycleProblem.InterviewAfterSigning _ -> Problem.conflict("interview-after-signing");
            case CycleProblem.InterviewAfterSuperiorSigned _ -> Problem.conflict("interview-after-superior-signed");
            case CycleProblem.InterviewInFuture _ ->
                Problem.unprocessable("interview-in-future")
                        .withErrors(List.of(Finding.at(HELD_ON, "interview-in-future")));
            case CycleProblem.InterviewBeforePublishing early ->
                beforePublishing(early.publishedOn().toString());
            case CycleProblem.NotYoursToSign _ -> Problem.forbidden("not-yours-to-sign");
            case CycleProblem.SignedBefore _ -> Problem.conflict("signed-before");
        };
    }

    private static Problem families(String code, Object... args) {
        return Problem.unprocessable(code, args).withErrors(List.of(Finding.at("/families", code, args)));
    }

    private static Problem weights(String code, Object... args) {
        return Problem.unprocessable(code, args).withErrors(List.of(Finding.ofParameter("weights", code, args)));
    }

    private static Problem beforePublishing(String publishedOn) {
        return Problem.unprocessable("interview-before-publishing", publishedOn)
                .withErrors(List.of(Finding.at(HELD_ON, "interview-before-publishing", publishedOn)));
    }

    private static List<Finding> findings(CycleProblem.IncompleteRating incomplete) {
        return Stream.concat(
                        incomplete.missing().stream().map(code -> Finding.at(POINTS, "indicator-not-rated", code)),
                        incomplete.unknown().stream().map(code -> Finding.at(POINTS, "indicator-unknown", code)))
                .toList();
    }
}
