package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.indicator.MongoMovedFacts.MovedFact;
import dev.keshi.performance.indicator.MongoMovedFacts.Part;
import dev.keshi.performance.population.Employment;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Reads what events say of days on which somebody had left. Nothing is written down for it: whether somebody had left on a day is asked when
 * it is read, so it is the same whichever is heard of first, and whoever is taken on again has it back.
 */
@Component
public class SetAsideQueries {

    private final MongoIndicators indicators;
    private final MongoFacts facts;
    private final PopulationQueries population;

    SetAsideQueries(MongoIndicators indicators, MongoFacts facts, PopulationQueries population) {
        this.indicators = indicators;
        this.facts = facts;
        this.population = population;
    }

    /**
     * What was set aside in the period around a day, the latest first. Whether the reader may see the person has been asked before.
     *
     * @throws IndicatorProblem.Unknown when there is no such indicator
     */
    public Page<SetAsideEvidence> of(IndicatorCode code, String personId, LocalDate day, Paging paging) {
        var indicator =
                indicators.find(code).map(Versioned::state).orElseThrow(() -> new IndicatorProblem.Unknown(code));
        var days = indicator.period().around(day);
        var employment = population.of(personId);
        var filter = new ArrayList<Bson>();
        filter.add(MongoFacts.done(personId, MongoFacts.stream(indicator), days));
        filter.add(MongoFacts.on(employment.away(days)));
        paging.after()
                .ifPresent(after -> filter.add(or(
                        lt(MongoFacts.ON, after.key()), and(eq(MongoFacts.ON, after.key()), lt("_id", after.id())))));
        return paging.page(
                facts.select(and(filter), paging.limit() + 1),
                found -> Position.of(Objects.requireNonNull(found.state().on()), found.id()),
                found -> view(found.state(), employment));
    }

    private static SetAsideEvidence view(FactDocument fact, Employment employment) {
        var on = Objects.requireNonNull(fact.on());
        return new SetAsideEvidence(
                Objects.requireNonNull(fact.eventId()),
                fact.subject(),
                on,
                Objects.requireNonNull(fact.doneAt()),
                employment.awaySince(on).orElseThrow());
    }

    /** How many facts among some that have moved count for nobody, because whose they are had left. */
    public long count(Collection<MovedFact> moved) {
        var counting = moved.stream()
                .flatMap(fact -> fact.parts().stream())
                .filter(part -> !part.takenBack())
                .collect(Collectors.groupingBy(Part::personId));
        return population.of(counting.keySet()).entrySet().stream()
                .mapToLong(person -> count(person.getValue(), counting, person.getKey()))
                .sum();
    }

    private static long count(Employment employment, Map<String, List<Part>> ofPeople, String personId) {
        return ofPeople.getOrDefault(personId, List.of()).stream()
                .filter(part -> employment.awaySince(part.on()).isPresent())
                .count();
    }
}
