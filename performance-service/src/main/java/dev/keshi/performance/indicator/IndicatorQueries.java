package dev.keshi.performance.indicator;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import dev.keshi.messaging.Versioned;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Observed;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Reads indicators, their values and what these came from. Whether the reader may see the person has been asked before. */
@Component
public class IndicatorQueries {

    /** A value names so many of its latest events; of the others it tells how many they are and what they add. */
    private static final int MOST_NAMED = 500;

    private final MongoIndicators indicators;
    private final MongoFacts facts;

    IndicatorQueries(MongoIndicators indicators, MongoFacts facts) {
        this.indicators = indicators;
        this.facts = facts;
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
        var measured = measure(indicator, Scale.PERCENT, personId, days);
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
        filter.add(MongoFacts.done(
                personId, MongoFacts.stream(indicator), indicator.period().around(day)));
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

    /**
     * Some days of a person's work, to be scored.
     *
     * @throws IndicatorProblem.Unknown when there is no such indicator
     */
    public Measurement measure(IndicatorCode code, Scale scale, String personId, Period days) {
        return measure(require(code), scale, personId, days);
    }

    private Measurement measure(IndicatorDocument indicator, Scale scale, String personId, Period days) {
        var formula = indicator.formula();
        var named = new ArrayList<Observed>();
        var rest = new Object() {
            Measurement.Rest events = Measurement.Rest.NONE;
        };
        facts.each(
                MongoFacts.done(personId, MongoFacts.stream(indicator), days),
                fact -> formula.observed(fact).ifPresent(one -> {
                    if (named.size() < MOST_NAMED) {
                        named.add(one);
                    } else {
                        rest.events = rest.events.and(one);
                    }
                }));
        return new Measurement(indicator.code(), formula.reckoning(), scale, named, rest.events);
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
