package dev.keshi.performance.indicator;

import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Observed;
import dev.keshi.performance.scoring.Period;
import dev.keshi.performance.scoring.Scale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Adds up what facts say of an indicator, the latest first. However many there are, this stays small. */
final class Tally {

    /** A value names so many of its latest events; of the others it tells how many they are and what they add. */
    private static final int MOST_NAMED = 500;

    private final IndicatorDocument indicator;
    private final Formula formula;
    private final String stream;
    private final Scale scale;
    private final Period days;
    private final List<Observed> named = new ArrayList<>();
    private Measurement.Rest rest = Measurement.Rest.NONE;

    Tally(IndicatorDocument indicator, Scale scale, Period days) {
        this.indicator = indicator;
        this.formula = indicator.formula();
        this.stream = MongoFacts.stream(indicator);
        this.scale = scale;
        this.days = days;
    }

    /** Adds it where it feeds the indicator on one of the days. */
    void addWhereItCounts(FactDocument fact) {
        if (fact.stream().equals(stream) && isWithin(Objects.requireNonNull(fact.on()))) {
            add(fact.toFact());
        }
    }

    void add(Fact fact) {
        formula.observed(fact).ifPresent(one -> {
            if (named.size() < MOST_NAMED) {
                named.add(one);
            } else {
                rest = rest.and(one);
            }
        });
    }

    private boolean isWithin(LocalDate day) {
        return !day.isBefore(days.first()) && !day.isAfter(days.last());
    }

    Measurement measurement() {
        return new Measurement(indicator.code(), formula.reckoning(), scale, named, rest);
    }
}
