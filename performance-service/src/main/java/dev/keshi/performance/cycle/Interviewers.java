package dev.keshi.performance.cycle;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.population.Employment;
import dev.keshi.performance.population.Held;
import dev.keshi.performance.population.OrganisationQueries;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.service.time.EnterpriseTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who talks with people about what came out: the superior, or, when that one has left or there was none, whoever stands above the person
 * today. Whether somebody has rated as a peer makes no difference here, because whoever is left out would be told by it.
 */
record Interviewers(OrganisationQueries organisation, PopulationQueries population, EnterpriseTime time) {

    boolean isOf(String by, AppraisalDocument appraisal) {
        return by.equals(of(Map.of(by, appraisal)).get(by));
    }

    /** By id; where nobody stands above the person, the appraisal is absent. */
    Map<String, String> ofEach(Collection<Versioned<AppraisalDocument>> appraisals) {
        return of(appraisals.stream().collect(Collectors.toMap(Versioned::id, Versioned::state)));
    }

    private Map<String, String> of(Map<String, AppraisalDocument> appraisals) {
        var left = organisation.left(appraisals.values().stream()
                .map(AppraisalDocument::superiorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var interviewers = new HashMap<String, String>();
        var without = new HashMap<String, String>();
        appraisals.forEach((id, appraisal) -> {
            var superior = appraisal.superiorId();
            if (superior == null || left.contains(superior)) {
                without.put(id, appraisal.personId());
            } else {
                interviewers.put(id, superior);
            }
        });
        if (!without.isEmpty()) {
            // Somebody may have an appraisal in each of several cycles; who stands above is the same in all of them.
            var above = aboveToday(Set.copyOf(without.values()));
            without.forEach((id, person) ->
                    Optional.ofNullable(above.get(person)).ifPresent(superior -> interviewers.put(id, superior)));
        }
        return interviewers;
    }

    private Map<String, String> aboveToday(Collection<String> people) {
        var today = time.today();
        var works = new HashMap<String, Held>();
        for (Map.Entry<String, Employment> one : population.of(people).entrySet()) {
            one.getValue().on(today).ifPresent(held -> works.put(one.getKey(), held));
        }
        var tree = organisation
                .tree()
                .with(works.values().stream().map(Held::departmentId).toList());
        var above = new HashMap<String, String>();
        works.forEach((person, held) -> tree.superiorOf(person, held, superior -> !organisation.hasLeft(superior))
                .ifPresent(superior -> above.put(person, superior)));
        return above;
    }
}
