package dev.keshi.performance.cycle;

import dev.keshi.messaging.AggregateFailure;
import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.population.OrganisationQueries;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Passes on the interviews that are still to be held when the superior has left, to whoever stands above the person now, and again when that
 * one leaves or the person moves. It follows from the organisation alone: that somebody has rated as a peer, and cannot hold it, is told to
 * nobody by this.
 */
final class InterviewDuties implements Swept {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int APPRAISALS_AT_ONCE = 200;
    private static final CommandContext CONTEXT = CommandContext.of("system:interview-duties");

    private final Cycles cycles;
    private final Appraisals appraisals;
    private final OrganisationQueries organisation;
    private final Interviewers interviewers;

    InterviewDuties(Cycles cycles, Appraisals appraisals, OrganisationQueries organisation, Interviewers interviewers) {
        this.cycles = cycles;
        this.appraisals = appraisals;
        this.organisation = organisation;
        this.interviewers = interviewers;
    }

    @Override
    public String name() {
        return "interview-duties";
    }

    /** People leave rarely. */
    @Override
    public Duration every() {
        return EVERY;
    }

    /** @param after the last appraisal that was looked at */
    @Override
    public String doPart(String after) {
        var left = organisation.left(appraisals.superiorsOfDueInterviews());
        var part = appraisals.dueInterviewsWithout(left, after, APPRAISALS_AT_ONCE);
        // Somebody may have an appraisal in each of several cycles; who stands above is the same in all of them.
        var above = interviewers.ofEach(part);
        var known = new HashMap<String, CycleDocument>();
        // Nobody talks over the result of somebody who is not there any more.
        var gone = organisation.left(
                part.stream().map(one -> one.state().personId()).distinct().toList());
        part.stream()
                .filter(one -> !gone.contains(one.state().personId()))
                .filter(one -> !isTold(one.state(), above))
                .forEach(one -> passOn(one, above, known));
        return part.size() < APPRAISALS_AT_ONCE ? DONE : part.getLast().id();
    }

    private static boolean isTold(AppraisalDocument appraisal, Map<String, String> above) {
        return Optional.ofNullable(appraisal.interviewerId())
                .equals(Optional.ofNullable(above.get(appraisal.personId())));
    }

    private void passOn(Versioned<AppraisalDocument> one, Map<String, String> above, Map<String, CycleDocument> known) {
        var id = new AppraisalId(one.id());
        var cycle = known.computeIfAbsent(
                one.state().cycleId(),
                cycleId -> cycles.find(new CycleId(cycleId)).orElseThrow().state());
        try {
            var unused = appraisals.change(id, CONTEXT, before -> {
                var passed = before.toBeInterviewedBy(Optional.ofNullable(above.get(before.personId())));
                return isTold(before, above) || !passed.isPassedOn()
                        ? new Change<>(before, List.of())
                        : new Change<>(passed, List.of(CycleEvents.passedOn(id, passed, cycle)));
            });
        } catch (AggregateFailure.NotFound | AggregateFailure.Contended later) {
            // The next look sees it again, if it still is to be held.
        }
    }
}
