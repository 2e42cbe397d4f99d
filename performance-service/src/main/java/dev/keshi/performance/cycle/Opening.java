package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.population.Employment;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.template.TemplateQueries;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes an appraisal for each person, and what self and superior are asked to rate. Peers are named later. */
record Opening(
        Cycles cycles,
        Appraisals appraisals,
        Ratings ratings,
        PopulationQueries population,
        OrganisationQueries organisation,
        TemplateQueries templates)
        implements CycleStep {

    private static final int PEOPLE_AT_ONCE = 1_000;
    private static final CommandContext CONTEXT = CommandContext.of("system:cycle-opening");

    @Override
    public Optional<Place> doPart(CycleId id, CycleDocument cycle, Place at) {
        var people = population.next(at.after(), PEOPLE_AT_ONCE);
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var asking = Asking.of(id, cycle.plan(), people.values(), population, organisation, templates);
        // Before they are sliced: of a department few may be wanted, and each slice costs two round trips.
        var wanted = people.entrySet().stream()
                .filter(person -> isWanted(person.getValue(), cycle.plan(), asking))
                .toList();
        SeveralAtOnce.inSlices(wanted, some -> {
            var part = new Part(id, cycle.plan(), asking);
            some.forEach(person -> part.add(person.getKey(), person.getValue()));
            // Ratings first: an appraisal that is there has all of its own.
            ratings.createMissing(CONTEXT, part.asked);
            appraisals.createMissing(CONTEXT, part.opened);
        });
        return Optional.of(at.behind(people.lastEntry().getKey(), people.size()));
    }

    @Override
    public void complete(CycleId id) {
        var unused = cycles.change(id, CONTEXT, cycle -> {
            if (cycle.status() != CycleStatus.OPENING) {
                return new Change<>(cycle, List.of());
            }
            var opened = cycle.opened(appraisals.count(id));
            return new Change<>(opened, List.of(CycleEvents.opened(id, opened)));
        });
    }

    static AppraisalId appraisalId(CycleId cycle, String personId) {
        return new AppraisalId("a-" + Ids.derived("appraisal", cycle.value() + ':' + personId));
    }

    static RatingId ratingId(AppraisalId appraisal, int stay, RaterKind kind, String raterId) {
        return new RatingId(
                "r-" + Ids.derived("rating", appraisal.value() + ':' + stay + ':' + kind.name() + ':' + raterId));
    }

    /** The same for a peer, who is not to be found out by the id: it cannot be worked out without the cycle's secret. */
    static RatingId peerRatingId(CycleDocument cycle, AppraisalId appraisal, int stay, String raterId) {
        var secret = cycle.secret();
        return secret == null
                ? ratingId(appraisal, stay, RaterKind.PEER, raterId)
                : new RatingId(
                        "r-" + Ids.derived("rating", secret + ':' + appraisal.value() + ':' + stay + ':' + raterId));
    }

    /** Which of the positions held are rated, by their place. */
    static List<Integer> rated(CyclePlan plan, List<StayDocument> stays) {
        var longEnough = IntStream.range(0, stays.size())
                .filter(i -> daysOf(stays.get(i)) >= plan.rules().minimumDays())
                .boxed()
                .toList();
        return plan.rules().movers() == MoverRule.POSITION_AT_END && !longEnough.isEmpty()
                ? List.of(longEnough.getLast())
                : longEnough;
    }

    private static boolean isWanted(Employment employment, CyclePlan plan, Asking asking) {
        return employment.on(plan.populationOn()).filter(asking::isWanted).isPresent();
    }

    private static long daysOf(StayDocument stay) {
        return ChronoUnit.DAYS.between(stay.firstDay(), stay.lastDay()) + 1;
    }

    /** What is made of some people. */
    private static final class Part {

        private final CycleId cycle;
        private final CyclePlan plan;
        private final Asking asking;
        private final List<NewAggregate<AppraisalDocument>> opened = new ArrayList<>();
        private final List<NewAggregate<RatingDocument>> asked = new ArrayList<>();

        private Part(CycleId cycle, CyclePlan plan, Asking asking) {
            this.cycle = cycle;
            this.plan = plan;
            this.asking = asking;
        }

        private void add(String personId, Employment employment) {
            var onTheDay = employment.on(plan.populationOn()).orElseThrow();
            var held = employment.held(plan.period());
            if (held.isEmpty()) {
                return;
            }
            var id = appraisalId(cycle, personId);
            var stays = held.stream().map(asking::stay).toList();
            var appraisal = AppraisalDocument.opened(
                    cycle.value(), personId, onTheDay.departmentId(), asking.superiorOf(personId, onTheDay), stays);
            opened.add(new NewAggregate<>(
                    id.value(), new Change<>(appraisal, List.of(CycleEvents.opened(id, appraisal)))));
            asked.addAll(asking.ratings(id, appraisal, held, 0));
        }
    }
}
