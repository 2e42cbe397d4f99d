package dev.keshi.performance.cycle;

import dev.keshi.messaging.Change;
import dev.keshi.messaging.NewAggregate;
import dev.keshi.performance.cycle.AppraisalDocument.StayDocument;
import dev.keshi.performance.population.Employment;
import dev.keshi.performance.population.EmploymentFact.Works;
import dev.keshi.performance.population.Held;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.RaterKind;
import dev.keshi.performance.template.TemplateChoice;
import dev.keshi.performance.template.TemplateQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By what some people are judged in a cycle, and what self and superior are asked about them; several threads may ask. */
final class Asking {

    private final CycleId cycle;
    private final CyclePlan plan;
    private final OrganisationQueries.Tree tree;
    private final TemplateChoice choice;
    private final Map<String, String> roleTemplates;
    private final Map<String, JudgedTemplate> used = new ConcurrentHashMap<>();

    private Asking(
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

    /** Reads what is needed for these people at once. */
    static Asking of(
            CycleId cycle,
            CyclePlan plan,
            Collection<Employment> people,
            PopulationQueries population,
            OrganisationQueries organisation,
            TemplateQueries templates) {
        return new Asking(
                cycle,
                plan,
                organisation.tree().with(works(people).map(Works::departmentId).collect(Collectors.toSet())),
                templates.choice(),
                population.roleTemplates(works(people)
                        .flatMap(one -> one.positionId().stream())
                        .distinct()
                        .toList()));
    }

    private static Stream<Works> works(Collection<Employment> people) {
        return people.stream()
                .flatMap(employment -> employment.facts().stream())
                .filter(Works.class::isInstance)
                .map(Works.class::cast);
    }

    /** Whether the cycle appraises who is there. */
    boolean isWanted(Held held) {
        return plan.department()
                .map(root -> tree.isWithin(held.departmentId(), root))
                .orElse(true);
    }

    Optional<String> superiorOf(String personId, Held held) {
        return tree.superiorOf(personId, held);
    }

    StayDocument stay(Held held) {
        var position = held.positionId().map(roleTemplates::get);
        var template = choice.of(position, plan.templates())
                .orElseThrow(() -> new IllegalStateException("There is no template for everybody"));
        used.put(template.id().value(), JudgedTemplate.of(template, plan.judged()));
        return new StayDocument(
                template.id().value(),
                held.departmentId(),
                held.positionId().orElse(null),
                held.days().first(),
                held.days().last());
    }

    /**
     * What is asked about the positions held from a number on, which were made here.
     *
     * @param held the same as those of the appraisal
     */
    List<NewAggregate<RatingDocument>> ratings(AppraisalId id, AppraisalDocument appraisal, List<Held> held, int from) {
        var asked = new ArrayList<NewAggregate<RatingDocument>>();
        for (int stay : Opening.rated(plan, appraisal.stays())) {
            if (stay < from || !hasRated(appraisal.stays().get(stay))) {
                continue;
            }
            if (plan.rules().raters().self() > 0) {
                asked.add(ask(id, appraisal, stay, RaterKind.SELF, appraisal.personId()));
            }
            if (plan.rules().raters().superior() > 0) {
                superiorOf(appraisal.personId(), held.get(stay))
                        .ifPresent(superior -> asked.add(ask(id, appraisal, stay, RaterKind.SUPERIOR, superior)));
            }
        }
        return asked;
    }

    private NewAggregate<RatingDocument> ask(
            AppraisalId id, AppraisalDocument appraisal, int stay, RaterKind kind, String raterId) {
        var rating = RatingDocument.asked(
                cycle.value(),
                id.value(),
                stay,
                appraisal.stays().get(stay).templateId(),
                appraisal.personId(),
                raterId,
                kind);
        return new NewAggregate<>(Opening.ratingId(id, stay, kind, raterId).value(), new Change<>(rating, List.of()));
    }

    /** Where events feed every indicator that is judged there is nothing to ask anybody, nor where none is. */
    private boolean hasRated(StayDocument stay) {
        return !Objects.requireNonNull(used.get(stay.templateId()))
                .figures()
                .rated()
                .isEmpty();
    }
}
