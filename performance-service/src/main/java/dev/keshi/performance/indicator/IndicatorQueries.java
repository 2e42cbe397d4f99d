package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.population.Employment;
import dev.keshi.performance.population.PopulationQueries;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Reads indicators, their values and what these came from. Whether the reader may see the person has been asked before. What belongs to days
 * after the person had left counts in no value; {@link SetAsideQueries} reads it.
 */
@Component
public class IndicatorQueries {

    private final MongoIndicators indicators;
    private final MongoFacts facts;
    private final PopulationQueries population;

    IndicatorQueries(MongoIndicators indicators, MongoFacts facts, PopulationQueries population) {
        this.indicators = indicators;
        this.facts = facts;
        this.population = population;
    }

    public Optional<Versioned<IndicatorView>> find(IndicatorCode code) {
        return indicators
                .find(code)
                .map(found -> new Versioned<>(found.id(), found.version(), IndicatorView.of(found.state())));
    }

    /** By code. */
    public Page<IndicatorView> list(Paging paging) {
        return paging.page(
                indicators.next(paging.after().map(Position::id), paging.limit() + 1),
                found -> Position.of(found.id(), found.id()),
                found -> IndicatorView.of(found.state()));
    }

    /** Those that have a target, by what feeds them: what a fact says it feeds. */
    public Map<String, List<IndicatorView>> withTarget() {
        return indicators.withTarget().stream()
                .map(Versioned::state)
                .collect(Collectors.groupingBy(
                        MongoFacts::stream, Collectors.mapping(IndicatorView::of, Collectors.toList())));
    }

    /** Those among the codes that nobody has defined. */
    public Set<IndicatorCode> missing(Collection<IndicatorCode> codes) {
        var missing = new HashSet<>(codes);
        indicators.of(codes).forEach(found -> missing.remove(new IndicatorCode(found.id())));
        return missing;
    }

    /**
     * What a person has reached in the period around a day.
     *
     * @throws IndicatorProblem.Unknown when there is no such indicator
     */
    public ValueView value(IndicatorCode code, String personId, LocalDate day) {
        var indicator = require(code);
        var days = indicator.period().around(day);
        var tally = new Tally(indicator, Scale.PERCENT, days);
        facts.each(counting(indicator, personId, days), tally::add);
        var measured = tally.measurement();
        return new ValueView(
                code.value(),
                personId,
                days.first(),
                days.last(),
                measured.figure().orElse(null),
                indicator.formula().unit(),
                indicator.target(),
                measured.events());
    }

    /**
     * What that value came from, the latest day first.
     *
     * @throws IndicatorProblem.Unknown when there is no such indicator
     */
    public Page<EvidenceView> evidence(IndicatorCode code, String personId, LocalDate day, Paging paging) {
        var indicator = require(code);
        var filter = new ArrayList<Bson>();
        filter.add(counting(indicator, personId, indicator.period().around(day)));
        paging.after()
                .ifPresent(after -> filter.add(or(
                        lt(MongoFacts.ON, after.key()), and(eq(MongoFacts.ON, after.key()), lt("_id", after.id())))));
        var page = paging.page(
                facts.select(and(filter), paging.limit() + 1),
                found -> Position.of(Objects.requireNonNull(found.state().on()), found.id()));
        var formula = indicator.formula();
        return new Page<>(
                page.items().stream()
                        .flatMap(found -> view(found.state(), formula).stream())
                        .toList(),
                page.nextCursor());
    }

    private Bson counting(IndicatorDocument indicator, String personId, Period days) {
        return and(
                MongoFacts.done(personId, MongoFacts.stream(indicator), days),
                MongoFacts.notOn(population.of(personId).away(days)));
    }

    /**
     * Some days of a person's work, to be scored: days on which that one worked here.
     *
     * @throws IndicatorProblem.Unknown when there is no such indicator
     */
    public Measurement measure(IndicatorCode code, Scale scale, String personId, Period days) {
        return measure(require(code), scale, personId, days);
    }

    private Measurement measure(IndicatorDocument indicator, Scale scale, String personId, Period days) {
        var tally = new Tally(indicator, scale, days);
        facts.each(MongoFacts.done(personId, MongoFacts.stream(indicator), days), tally::add);
        return tally.measurement();
    }

    /**
     * The work of many people, to be scored: read at once, and held for one person at a time. The days are those on which they worked here.
     *
     * @param wanted by person
     * @param each is told of every person once what was measured, in the order in which it was wanted
     * @throws IndicatorProblem.Unknown when there is no such indicator
     */
    public void measureEach(Map<String, List<Wanted>> wanted, BiConsumer<String, List<Measurement>> each) {
        new WorkOfMany(known(wanted), wanted, _ -> true, each).readFrom(facts);
    }

    /** The same for days of which somebody may have been away on some, who had left. */
    public void measureEachBeforeLeaving(Map<String, List<Wanted>> wanted, BiConsumer<String, List<Measurement>> each) {
        var employments = population.of(wanted.keySet());
        new WorkOfMany(known(wanted), wanted, fact -> !isAfterLeaving(employments, fact), each).readFrom(facts);
    }

    private static boolean isAfterLeaving(Map<String, Employment> employments, FactDocument fact) {
        return Optional.ofNullable(employments.get(Objects.requireNonNull(fact.personId())))
                .flatMap(employment -> employment.awaySince(Objects.requireNonNull(fact.on())))
                .isPresent();
    }

    private Map<IndicatorCode, IndicatorDocument> known(Map<String, List<Wanted>> wanted) {
        var codes = wanted.values().stream()
                .flatMap(List::stream)
                .map(Wanted::indicator)
                .collect(Collectors.toSet());
        var known = new HashMap<IndicatorCode, IndicatorDocument>();
        if (!codes.isEmpty()) {
            indicators.of(codes).forEach(found -> known.put(new IndicatorCode(found.id()), found.state()));
        }
        codes.stream().filter(code -> !known.containsKey(code)).findFirst().ifPresent(code -> {
            throw new IndicatorProblem.Unknown(code);
        });
        return known;
    }

    private static Optional<EvidenceView> view(FactDocument fact, Formula formula) {
        return formula.observed(fact.toFact())
                .map(one -> new EvidenceView(
                        one.reference(),
                        fact.subject(),
                        Objects.requireNonNull(fact.on()),
                        Objects.requireNonNull(fact.doneAt()),
                        fact.since(),
                        fact.sinceEventId(),
                        one.amount(),
                        one.base()));
    }

    private IndicatorDocument require(IndicatorCode code) {
        return indicators.find(code).map(Versioned::state).orElseThrow(() -> new IndicatorProblem.Unknown(code));
    }
}
