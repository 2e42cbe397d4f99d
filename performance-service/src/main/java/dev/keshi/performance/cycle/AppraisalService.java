package dev.keshi.performance.cycle;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.performance.cycle.AppraisalDocument.Calibration;
import dev.keshi.performance.cycle.AppraisalDocument.Interview;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.scoring.Grade;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.template.TemplateId;
import dev.keshi.performance.template.TemplateQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** The door for what people do with an appraisal. Whether they may see it has been asked before. */
@Service
public class AppraisalService {

    private final Appraisals appraisals;
    private final Ratings ratings;
    private final Cycles cycles;
    private final TemplateQueries templates;
    private final OrganisationQueries organisation;
    private final Interviewers interviewers;
    private final EnterpriseTime time;

    AppraisalService(
            Appraisals appraisals,
            Ratings ratings,
            Cycles cycles,
            TemplateQueries templates,
            OrganisationQueries organisation,
            Interviewers interviewers,
            EnterpriseTime time) {
        this.appraisals = appraisals;
        this.ratings = ratings;
        this.cycles = cycles;
        this.templates = templates;
        this.organisation = organisation;
        this.interviewers = interviewers;
        this.time = time;
    }

    /**
     * Asks peers for their view of the position held last. Naming one again changes nothing, and nothing tells the person. Whoever is
     * named while rating is being closed is not asked any more.
     *
     * @param by the superior, or personnel
     * @throws CycleProblem when a rule forbids it
     */
    public void namePeers(AppraisalId id, String by, boolean personnel, Collection<String> peers) {
        var appraisal = find(id);
        if (by.equals(appraisal.personId()) || !(personnel || by.equals(appraisal.superiorId()))) {
            throw new CycleProblem.NotYoursToName();
        }
        var cycle = cycle(appraisal);
        requireRating(cycle);
        var superiors = ratings.superiors(List.of(id));
        peers.forEach(peer -> requirePeer(appraisal, superiors, peer));
        var rated = Opening.rated(cycle.plan(), appraisal.stays()).stream()
                .filter(stay -> hasRated(cycle, appraisal.stays().get(stay)))
                .toList();
        if (rated.isEmpty()) {
            return;
        }
        int stay = rated.getLast();
        ratings.createMissing(
                RatingService.NAMELESS,
                peers.stream()
                        .distinct()
                        .map(peer -> new NewAggregate<>(
                                Opening.peerRatingId(cycle, id, stay, peer).value(),
                                new Change<>(
                                        RatingDocument.asked(
                                                appraisal.cycleId(),
                                                id.value(),
                                                stay,
                                                appraisal.stays().get(stay).templateId(),
                                                appraisal.personId(),
                                                peer,
                                                RaterKind.PEER),
                                        List.of())))
                        .toList());
        closeWhatCameTooLate(id, appraisal);
    }

    /** Scoring may have closed what was asked before, so nobody else would close these. */
    private void closeWhatCameTooLate(AppraisalId id, AppraisalDocument appraisal) {
        if (!cycle(appraisal).status().takesRatings()) {
            var unused = ratings.close(RatingService.NAMELESS, List.of(id));
            throw new CycleProblem.NotRating();
        }
    }

    /**
     * Does without the superior's view where it was not given; who did so, when and why is kept with the rating. Behind scoring too: what
     * a replica that was paused has asked by then can be given no more, and would hold up publishing for good.
     */
    public void waiveSuperior(CommandContext context, AppraisalId id, String by, String reason) {
        var appraisal = find(id);
        if (by.equals(appraisal.personId())) {
            throw new CycleProblem.OwnGrade();
        }
        requireUnpublished(cycle(appraisal));
        var missing = ratings.ofSuperiors(List.of(id), RatingStatus.MISSING);
        if (missing.isEmpty()) {
            throw new CycleProblem.NothingToWaive();
        }
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        missing.forEach(rating -> {
            var unused = ratings.change(
                    new RatingId(rating.id()), context.forAnyVersion(), before -> before.waived(reason, by, at));
        });
    }

    /** Changes the grade before it is published; the total stays what it is. */
    public void calibrate(CommandContext context, AppraisalId id, Grade grade, String reason) {
        if (cycle(find(id)).status() != CycleStatus.CALIBRATION) {
            throw new CycleProblem.NotInCalibration();
        }
        if (!ratings.ratedAsPeer(context.actor(), List.of(id)).isEmpty()) {
            throw new CycleProblem.RatedAsPeer();
        }
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        change(
                context,
                id,
                before -> new Change<>(
                        before.calibrated(new Calibration(grade, reason, context.actor(), at)), List.of()));
    }

    /**
     * Records what the superior, or who stands in that one's place, and the person have said of what came out.
     *
     * @param personnel whether the caller may hold anybody's but the own
     * @throws CycleProblem when a rule forbids it, {@link AggregateFailure} as the store says
     */
    public void interview(CommandContext context, AppraisalId id, String by, boolean personnel, InterviewNotes notes) {
        var appraisal = find(id);
        if (by.equals(appraisal.personId()) || !(personnel || interviewers.isOf(by, appraisal))) {
            throw new CycleProblem.NotYoursToInterview();
        }
        if (!ratings.ratedAsPeer(by, List.of(id)).isEmpty()) {
            throw new CycleProblem.RatedAsPeer();
        }
        var cycle = cycle(appraisal);
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        var held = new Interview(
                notes.heldOn(),
                notes.strengths(),
                notes.weaknesses(),
                notes.measures(),
                notes.remarks().orElse(null),
                by,
                at);
        change(context, id, before -> {
            var interviewed = before.interviewed(held, time);
            return new Change<>(interviewed, List.of(CycleEvents.interviewed(id, interviewed, cycle, held)));
        });
    }

    /**
     * Person or superior, after the interview, or whom the signature of whoever held it and has left was passed on to.
     *
     * @param personnel whether the caller is one of those who may once it was passed on
     * @throws CycleProblem when a rule forbids it, {@link AggregateFailure} as the store says
     */
    public void sign(CommandContext context, AppraisalId id, String by, boolean personnel) {
        var appraisal = find(id);
        var unused = cycle(appraisal);
        if (appraisal.signsInPlace(by, personnel)
                && !ratings.ratedAsPeer(by, List.of(id)).isEmpty()) {
            throw new CycleProblem.RatedAsPeer();
        }
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        change(context, id, before -> {
            var signed = before.signed(by, personnel, at);
            return new Change<>(signed, List.of(CycleEvents.signed(id, signed, by)));
        });
    }

    /** @param superiors of all positions held in the cycle: what they say is shown by name */
    private void requirePeer(AppraisalDocument appraisal, Set<String> superiors, String peer) {
        if (peer.equals(appraisal.personId())) {
            throw new CycleProblem.PeerIsOneself();
        }
        if (peer.equals(appraisal.superiorId()) || superiors.contains(peer)) {
            throw new CycleProblem.PeerIsSuperior();
        }
        if (!organisation.isEmployed(peer)) {
            throw new CycleProblem.NoSuchPeer(peer);
        }
    }

    private boolean hasRated(CycleDocument cycle, StayDocument stay) {
        var id = new TemplateId(stay.templateId());
        var template = Objects.requireNonNull(templates.released(List.of(id)).get(id));
        return !JudgedTemplate.of(template, cycle.plan().judged())
                .figures()
                .rated()
                .isEmpty();
    }

    private static void requireRating(CycleDocument cycle) {
        if (!cycle.status().takesRatings()) {
            throw new CycleProblem.NotRating();
        }
    }

    private static void requireUnpublished(CycleDocument cycle) {
        if (cycle.status() != CycleStatus.CALIBRATION) {
            requireRating(cycle);
        }
    }

    private void change(
            CommandContext context, AppraisalId id, Function<AppraisalDocument, Change<AppraisalDocument>> decide) {
        try {
            var unused = appraisals.change(id, context, decide);
        } catch (AggregateFailure.NotFound unknown) {
            throw new CycleProblem.UnknownAppraisal(id);
        }
    }

    private AppraisalDocument find(AppraisalId id) {
        return appraisals
                .find(id)
                .orElseThrow(() -> new CycleProblem.UnknownAppraisal(id))
                .state();
    }

    /** @throws CycleProblem.Cancelled when nothing comes of the appraisal any more */
    private CycleDocument cycle(AppraisalDocument appraisal) {
        var cycle = cycles.find(new CycleId(appraisal.cycleId())).orElseThrow().state();
        if (cycle.status() == CycleStatus.CANCELLED) {
            throw new CycleProblem.Cancelled();
        }
        return cycle;
    }
}
