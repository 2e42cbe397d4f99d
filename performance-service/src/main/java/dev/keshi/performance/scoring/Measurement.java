package dev.keshi.performance.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An indicator that events feed, as it was observed.
 *
 * @param named by reference
 * @param rest what is counted but not named, so that this stays small however much was done
 */
public record Measurement(String indicator, Reckoning reckoning, Scale scale, List<Observed> named, Rest rest) {

    private static final int DECIMALS = 2;

    public Measurement {
        named = named.stream().sorted(Comparator.comparing(Observed::reference)).toList();
    }

    /** Events, and their amounts and bases together. */
    public record Rest(long events, BigDecimal amount, BigDecimal base) {

        public static final Rest NONE = new Rest(0, BigDecimal.ZERO, BigDecimal.ZERO);

        public Rest and(Observed one) {
            return new Rest(events + 1, amount.add(one.amount()), base.add(one.base()));
        }
    }

    public long events() {
        return named.size() + rest.events();
    }

    /** For people, rounded half-even to two decimals; the points follow from the exact one. Empty as {@link #exactly}. */
    public Optional<BigDecimal> figure() {
        return exactly().map(exact -> exact.rounded(DECIMALS));
    }

    /** Empty when nothing was observed, or there is nothing to divide by. */
    public Optional<Fraction> exactly() {
        var all = rest;
        for (var one : named) {
            all = all.and(one);
        }
        var amount = Fraction.of(all.amount());
        var base = Fraction.of(all.base());
        if (all.events() == 0) {
            return Optional.empty();
        }
        return switch (reckoning) {
            case SUM -> Optional.of(amount);
            case MEAN -> base.isZero() ? Optional.empty() : Optional.of(amount.dividedBy(base));
        };
    }

    Optional<Fraction> points() {
        return exactly().map(scale::points);
    }
}
