package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.messaging.sweep.Swept;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Passes on what is waited for when the one whose it is has left, to whoever stands above the person now, again when that one leaves or the
 * person moves, and back to whoever is taken on again. It follows from the organisation alone: that somebody has rated as a peer, and cannot do it,
 * is told to nobody by this.
 */
final class PassingOn implements Swept {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int APPRAISALS_AT_ONCE = 200;

    private final AppraisalDuty duty;
    private final Cycles cycles;
    private final Appraisals appraisals;
    private final OrganisationQueries organisation;
    private final Interviewers interviewers;
    private final EnterpriseTime time;
    private final CommandContext context;

    PassingOn(
            AppraisalDuty duty,
            Cycles cycles,
            Appraisals appraisals,
            OrganisationQueries organisation,
            Interviewers interviewers,
            EnterpriseTime time) {
        this.duty = duty;
        this.cycles = cycles;
        this.appraisals = appraisals;
        this.organisation = organisation;
        this.interviewers = interviewers;
        this.time = time;
        this.context = CommandContext.of("system:" + name());
    }

    @Override
    public String name() {
        return duty.name().toLowerCase(Locale.ROOT) + "-duties";
    }

    /** People leave rarely. */
    @Override
    public Duration every() {
        return EVERY;
    }

    /** @param after the last appraisal that was looked at */
    @Override
    public String doPart(String after) {
        var left = organisation.left(appraisals.ownersOf(duty));
        var part = appraisals.toPassOn(duty, left, after, APPRAISALS_AT_ONCE);
        var holders = holders(part, left);
        var known = new HashMap<String, CycleDocument>();
        // Nobody talks over the result of somebody who is not there any more, or signs it in another's place.
        var gone = organisation.left(
                part.stream().map(one -> one.state().personId()).distinct().toList());
        var untold = part.stream()
                .filter(one -> !gone.contains(one.state().personId()))
                .filter(one -> !isTold(one.state(), holder(one, holders)))
                .toList();
        each(untold, Versioned::id, one -> passOn(one, holder(one, holders), known));
        return part.size() < APPRAISALS_AT_ONCE ? DONE : part.getLast().id();
    }

    /** By appraisal: whose it is, while that one is here, else who holds interviews now; absent where nobody does. */
    private Map<String, String> holders(List<Versioned<AppraisalDocument>> part, Set<String> left) {
        var holders = new HashMap<>(interviewers.ofEach(part));
        part.forEach(one -> one.state()
                .ownerOf(duty)
                .filter(owner -> !left.contains(owner))
                .ifPresent(owner -> holders.put(one.id(), owner)));
        return holders;
    }

    private static Optional<String> holder(Versioned<AppraisalDocument> one, Map<String, String> holders) {
        return Optional.ofNullable(holders.get(one.id()));
    }

    /** Also when it is waited for no more. */
    private boolean isTold(AppraisalDocument appraisal, Optional<String> holder) {
        var waits = appraisal.waitedFor();
        return !waits.is(duty) || waits.holder().equals(holder);
    }

    private void passOn(Versioned<AppraisalDocument> one, Optional<String> holder, Map<String, CycleDocument> known) {
        var id = new AppraisalId(one.id());
        var cycle = known.computeIfAbsent(
                one.state().cycleId(),
                cycleId -> cycles.find(new CycleId(cycleId)).orElseThrow().state());
        var at = time.now().truncatedTo(ChronoUnit.MILLIS);
        var unused = appraisals.change(id, context, before -> {
            if (isTold(before, holder)) {
                return new Change<>(before, List.of());
            }
            var passed = before.passedOn(holder, at);
            return new Change<>(passed, List.of(CycleEvents.passedOn(id, passed, cycle)));
        });
    }
}
