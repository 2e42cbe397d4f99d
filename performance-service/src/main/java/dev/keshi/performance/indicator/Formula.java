package dev.keshi.performance.indicator;

import dev.keshi.performance.scoring.Observed;
import dev.keshi.performance.scoring.Reckoning;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How facts become a value: one of a closed set, with at most one number in it. Nothing in it is text that somebody could have
 * executed.
 *
 * @param limitHours with {@link Kind#IN_TIME} and only there: 1 to 8,760
 */
public record Formula(Source source, Kind kind, @Nullable Integer limitHours) {

    public static final int LONGEST_LIMIT = 8_760;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);

    /** What is worked out, and of which facts it can be. */
    public enum Kind {
        /** 按时率: percent of them that took no longer than the limit. */
        IN_TIME(Unit.PERCENT, Better.MORE, Source.APPROVALS, Source.REQUESTS),
        /** 按期率: percent of those that were due, or done before, that were done by their own due date. */
        ON_TIME(Unit.PERCENT, Better.MORE, Source.WORK_ITEMS, Source.COURSES),
        /** 一次通过率: percent of them that did not come back. */
        RIGHT_FIRST_TIME(Unit.PERCENT, Better.MORE, Source.REQUESTS, Source.WORK_ITEMS),
        /** 用时: how long one took, on average. */
        DURATION(Unit.HOURS, Better.LESS, Source.APPROVALS, Source.REQUESTS, Source.WORK_ITEMS),
        /** 工作量: how many were done. */
        COUNT(Unit.COUNT, null, Source.APPROVALS, Source.REQUESTS, Source.WORK_ITEMS, Source.COURSES, Source.FIGURES),
        /** 达成率: percent that the amounts together are of their bases together, as actual of target. */
        RATIO(Unit.PERCENT, null, Source.FIGURES),
        /** 增长率: percent by which the amounts together are more than their bases together, as those of this month and of the last one. */
        GROWTH(Unit.PERCENT, null, Source.FIGURES),
        /**
         * 预测准确率: percent of the bases together that the amounts do not miss, as actual and forecast; what one misses another does not make up
         * for. Less than zero where more is missed than there was.
         */
        FORECAST_ACCURACY(Unit.PERCENT, Better.MORE, Source.FIGURES),
        /** 无差错率: percent of the bases together that the amounts are not, as handled and returned. */
        COMPLEMENT(Unit.PERCENT, Better.MORE, Source.FIGURES),
        /** 平均: of the amounts. */
        MEAN(Unit.AS_IMPORTED, null, Source.FIGURES),
        /** 合计: the amounts together. */
        SUM(Unit.AS_IMPORTED, null, Source.FIGURES);

        private final Unit unit;
        private final @Nullable Better better;
        private final Set<Source> sources;

        /** @param better absent where it depends on what is counted */
        Kind(Unit unit, @Nullable Better better, Source... sources) {
            this.unit = unit;
            this.better = better;
            this.sources = Set.of(sources);
        }

        /** Whether each figure comes with a base, which it is divided by. */
        boolean hasBase() {
            return switch (this) {
                case RATIO, GROWTH, FORECAST_ACCURACY, COMPLEMENT -> true;
                case IN_TIME, ON_TIME, RIGHT_FIRST_TIME, DURATION, COUNT, MEAN, SUM -> false;
            };
        }

        /** Whether a base below zero would turn the value round: growth out of a loss looks like a loss. */
        boolean hasPositiveBase() {
            return hasBase() && this != RATIO;
        }
    }

    /** @throws IndicatorProblem.FormulaDoesNotFit when the source does not know what is worked out, or the limit is missing or idle */
    public Formula {
        if (!kind.sources.contains(source) || (kind == Kind.IN_TIME) != (limitHours != null)) {
            throw new IndicatorProblem.FormulaDoesNotFit();
        }
        if (limitHours != null && (limitHours < 1 || limitHours > LONGEST_LIMIT)) {
            throw new IllegalArgumentException("limit: " + limitHours);
        }
    }

    public Unit unit() {
        return kind.unit;
    }

    /**
     * Which way is the good one: as the formula says, or else whoever defines the indicator. Empty when neither does.
     *
     * @throws IndicatorProblem.FormulaDoesNotFit when they contradict each other
     */
    public Optional<Better> better(Optional<Better> said) {
        var own = Optional.ofNullable(kind.better);
        if (own.isPresent() && said.isPresent() && !own.equals(said)) {
            throw new IndicatorProblem.FormulaDoesNotFit();
        }
        return own.or(() -> said);
    }

    public Reckoning reckoning() {
        return switch (kind) {
            case COUNT, SUM -> Reckoning.SUM;
            case IN_TIME, ON_TIME, RIGHT_FIRST_TIME, DURATION, RATIO, GROWTH, FORECAST_ACCURACY, COMPLEMENT, MEAN ->
                Reckoning.MEAN;
        };
    }

    /** What a fact adds to the value; empty when it says nothing of it, as one of which nobody knows how long it took. */
    public Optional<Observed> observed(Fact fact) {
        return switch (kind) {
            case IN_TIME ->
                fact.took()
                        .map(time ->
                                share(fact, time.compareTo(Duration.ofHours(Objects.requireNonNull(limitHours))) <= 0));
            case ON_TIME -> Optional.of(share(fact, !fact.late()));
            case RIGHT_FIRST_TIME -> Optional.of(share(fact, !fact.returned()));
            case DURATION ->
                fact.took().map(time -> new Observed(fact.eventId(), BigDecimal.valueOf(time.toSeconds()), HOUR));
            case COUNT -> Optional.of(new Observed(fact.eventId(), BigDecimal.ONE, BigDecimal.ONE));
            case RATIO, GROWTH, FORECAST_ACCURACY, COMPLEMENT ->
                Optional.of(new Observed(fact.eventId(), ofBase(fact).multiply(ALL), fact.base()));
            case MEAN, SUM -> Optional.of(new Observed(fact.eventId(), fact.amount(), BigDecimal.ONE));
        };
    }

    /** So that those of several together, over their bases together, are what the formula says of them together. */
    private BigDecimal ofBase(Fact fact) {
        var difference = fact.amount().subtract(fact.base());
        return switch (kind) {
            case GROWTH -> difference;
            case COMPLEMENT -> difference.negate();
            case FORECAST_ACCURACY -> fact.base().subtract(difference.abs());
            case IN_TIME, ON_TIME, RIGHT_FIRST_TIME, DURATION, COUNT, RATIO, MEAN, SUM -> fact.amount();
        };
    }

    private static Observed share(Fact fact, boolean counts) {
        return new Observed(fact.eventId(), counts ? ALL : BigDecimal.ZERO, BigDecimal.ONE);
    }
}
