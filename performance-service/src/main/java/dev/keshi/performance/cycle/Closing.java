package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.messaging.Versioned;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.population.Employment;
import dev.keshi.performance.population.Held;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.template.TemplateQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Brings positions held up to date: who has left since the cycle was opened held the last one for fewer days, who has moved held another
 * one too, and of that one self and superior are asked.
 */
record Closing(
        Cycles cycles,
        Appraisals appraisals,
        Ratings ratings,
        PopulationQueries population,
        OrganisationQueries organisation,
        TemplateQueries templates)
        implements CycleStep {

    private static final int APPRAISALS_AT_ONCE = 500;
    private static final CommandContext CONTEXT = CommandContext.of("system:cycle-closing");

    @Override
    public Optional<Place> doPart(CycleId id, CycleDocument cycle, Place at) {
        var part = appraisals.nextBatch(id, at.after(), APPRAISALS_AT_ONCE);
        var all = part.aggregates();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var plan = cycle.plan();
        var moved = moved(all, plan);
        if (!moved.isEmpty()) {
            var asking = Asking.of(id, plan, moved.values(), population, organisation, templates);
            var now = new HashMap<String, List<StayDocument>>();
            var asked = new ArrayList<NewAggregate<RatingDocument>>();
            for (var one : all) {
                var employment = moved.get(one.state().personId());
                if (employment != null) {
                    var held = employment.held(plan.period());
                    var stays = held.stream().map(asking::stay).toList();
                    now.put(one.id(), stays);
                    asked.addAll(asked(asking, one, held, stays));
                }
            }
            // Ratings first: a position that stands in the appraisal has all of its own.
            ratings.createMissing(CONTEXT, asked);
            var unused = part.change(
                    now.keySet(),
                    CONTEXT,
                    (one, before) -> new Change<>(before.upToDate(Objects.requireNonNull(now.get(one))), List.of()));
        }
        return Optional.of(at.behind(all.getLast().state().personId(), all.size()));
    }

    /** What was asked before stays asked, also where another is the superior now. */
    private static List<NewAggregate<RatingDocument>> asked(
            Asking asking, Versioned<AppraisalDocument> one, List<Held> held, List<StayDocument> stays) {
        var now = one.state().upToDate(stays);
        int known = one.state().stays().size();
        return now.stays().size() == known ? List.of() : asking.ratings(new AppraisalId(one.id()), now, held, known);
    }

    /** Those of whom other days are known than their appraisal has. */
    private Map<String, Employment> moved(List<Versioned<AppraisalDocument>> all, CyclePlan plan) {
        var people = new HashMap<>(
                population.of(all.stream().map(one -> one.state().personId()).toList()));
        for (var one : all) {
            var employment = people.get(one.state().personId());
            if (employment != null && isAsKnown(one.state().stays(), employment.held(plan.period()))) {
                people.remove(one.state().personId());
            }
        }
        return people;
    }

    private static boolean isAsKnown(List<StayDocument> stays, List<Held> held) {
        return stays.size() == held.size()
                && IntStream.range(0, held.size())
                        .allMatch(i -> Stays.days(stays.get(i))
                                        .equals(held.get(i).days())
                                && stays.get(i)
                                        .departmentId()
                                        .equals(held.get(i).departmentId())
                                && held.get(i)
                                        .positionId()
                                        .equals(Optional.ofNullable(stays.get(i).positionId())));
    }

    /** As long as a superior has been asked who has neither rated nor was done without, people rate. */
    @Override
    public void complete(CycleId id) {
        boolean missing = ratings.bySuperiors(id, RatingStatus.OPEN) > 0;
        var unused = cycles.change(
                id,
                CONTEXT,
                cycle -> new Change<>(
                        cycle.status() == CycleStatus.CLOSING
                                ? cycle.with(missing ? CycleStatus.RATING : CycleStatus.SCORING)
                                : cycle,
                        List.of()));
    }
}
