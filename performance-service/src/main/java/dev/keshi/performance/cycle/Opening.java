package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Ids;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.cycle.CycleWork.Place;
import dev.keshi.performance.population.Employment;
import dev.keshi.performance.population.EmploymentFact.Works;
import dev.keshi.performance.population.Held;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.template.ReleasedTemplate;
import dev.keshi.performance.template.TemplateChoice;
import dev.keshi.performance.template.TemplateQueries;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
        var tree = organisation.tree().with(departments(people));
        var choice = templates.choice();
        var roles = roleTemplates(people);
        SeveralAtOnce.inSlices(List.copyOf(people.entrySet()), some -> {
            var part = new Part(id, cycle.plan(), tree, choice, roles);
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

    private Map<String, String> roleTemplates(Map<String, Employment> people) {
        return population.roleTemplates(works(people)
                .flatMap(one -> one.positionId().stream())
                .distinct()
                .toList());
    }

    private static Set<String> departments(Map<String, Employment> people) {
        return works(people).map(Works::departmentId).collect(Collectors.toSet());
    }

    private static Stream<Works> works(Map<String, Employment> people) {
        return people.values().stream()
                .flatMap(employment -> employment.facts().stream())
                .filter(Works.class::isInstance)
                .map(Works.class::cast);
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

    private static long daysOf(StayDocument stay) {
        return ChronoUnit.DAYS.between(stay.firstDay(), stay.lastDay()) + 1;
    }

    /** What is made of some people. */
    private static final class Part {

        private final CycleId cycle;
        private final CyclePlan plan;
        private final OrganisationQueries.Tree tree;
        private final TemplateChoice choice;
        private final Map<String, String> roleTemplates;
        private final Map<String, ReleasedTemplate> used = new HashMap<>();
        private final List<NewAggregate<AppraisalDocument>> opened = new ArrayList<>();
        private final List<NewAggregate<RatingDocument>> asked = new ArrayList<>();

        private Part(
                CycleId cycle,
                CyclePlan plan,
                OrganisationQueries.Tree tree,
                TemplateChoice choice,
                Map<String, String> roleTemplates) {
            this.cycle = cycle;
            this.plan = plan;
            this.tree = tree;
            this.choice = choice;
            this.roleTemplates = roleTemplates;
        }

        private void add(String personId, Employment employment) {
            var onTheDay = employment.on(plan.populationOn()).filter(this::isWanted);
            var held = employment.held(plan.period());
            if (onTheDay.isEmpty() || held.isEmpty()) {
                return;
            }
            var id = appraisalId(cycle, personId);
            var stays = held.stream().map(this::stay).toList();
            var appraisal = AppraisalDocument.opened(
                    cycle.value(),
                    personId,
                    onTheDay.get().departmentId(),
                    tree.superiorOf(personId, onTheDay.get()),
                    stays);
            opened.add(new NewAggregate<>(
                    id.value(), new Change<>(appraisal, List.of(CycleEvents.opened(id, appraisal)))));
            for (int stay : rated(plan, stays)) {
                if (!hasRated(stays.get(stay))) {
                    continue;
                }
                if (plan.rules().raters().self() > 0) {
                    ask(id, appraisal, stay, RaterKind.SELF, personId);
                }
                if (plan.rules().raters().superior() > 0) {
                    tree.superiorOf(personId, held.get(stay))
                            .ifPresent(superior -> ask(id, appraisal, stay, RaterKind.SUPERIOR, superior));
                }
            }
        }

        private void ask(AppraisalId id, AppraisalDocument appraisal, int stay, RaterKind kind, String raterId) {
            var rating = RatingDocument.asked(
                    cycle.value(),
                    id.value(),
                    stay,
                    appraisal.stays().get(stay).templateId(),
                    appraisal.personId(),
                    raterId,
                    kind);
            asked.add(new NewAggregate<>(ratingId(id, stay, kind, raterId).value(), new Change<>(rating, List.of())));
        }

        /** Where events feed every indicator there is nothing to ask anybody. */
        private boolean hasRated(StayDocument stay) {
            return !Objects.requireNonNull(used.get(stay.templateId()))
                    .content()
                    .figures()
                    .rated()
                    .isEmpty();
        }

        private boolean isWanted(Held held) {
            return plan.department()
                    .map(root -> tree.isWithin(held.departmentId(), root))
                    .orElse(true);
        }

        private StayDocument stay(Held held) {
            var position = held.positionId().map(roleTemplates::get);
            ReleasedTemplate template = choice.of(position, plan.templates())
                    .orElseThrow(() -> new IllegalStateException("There is no template for everybody"));
            used.put(template.id().value(), template);
            return new StayDocument(
                    template.id().value(),
                    held.departmentId(),
                    held.positionId().orElse(null),
                    held.days().first(),
                    held.days().last());
        }
    }
}
