package dev.keshi.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** Whatever is rated by whomever, a total keeps its promises. Each try is a whole period, drawn from a seed; half of them judge only some families. */
class ScoringPropertiesTest {

    private static final Period QUARTER = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));

    @Property(tries = 1000)
    void theSameFiguresInAnyOrderGiveTheSameTotal(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        var shuffled = drawn.stays.stream()
                .map(stay -> new Stay(
                        stay.subject(),
                        stay.days(),
                        stay.indicators(),
                        shuffled(stay.ratings(), seed),
                        shuffled(stay.measurements(), seed)))
                .toList();

        assertThat(drawn.scoring.explain(shuffled(shuffled, seed))).isEqualTo(drawn.explain());
    }

    @Property(tries = 1000)
    void theTotalFollowsFromTheExplanationAlone(@ForAll long seed) {
        var explained = Drawn.from(seed).explain();

        assertThat(explained.total().map(Total::value))
                .isEqualTo(workedOut(explained).map(exact -> exact.setScale(1, RoundingMode.HALF_EVEN)));
    }

    @Property(tries = 1000)
    void theTotalLiesBetweenTheLowestAndTheHighestThatCounts(@ForAll long seed) {
        var explained = Drawn.from(seed).explain();
        var leaves = points(explained).toList();

        assertThat(explained.total().isPresent()).isEqualTo(!leaves.isEmpty());
        explained
                .total()
                .ifPresent(
                        total -> assertThat(total.value()).isBetween(Collections.min(leaves), Collections.max(leaves)));
    }

    @Property(tries = 500)
    void whenEverythingIsThePointsOfOneSoIsTheTotal(@ForAll long seed, @ForAll @IntRange(max = 1000) int tenths) {
        var points = new Points(BigDecimal.valueOf(tenths, 1));

        Drawn.from(seed)
                .with(_ -> points)
                .explain()
                .total()
                .ifPresent(total -> assertThat(total.value()).isEqualByComparingTo(points.value()));
    }

    @Property(tries = 1000)
    void betterPointsNeverLowerTheTotal(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        var lucky = new Random(seed);
        var better = drawn.with(points -> lucky.nextInt(4) > 0
                ? points
                : new Points(points.value().add(BigDecimal.valueOf(100)).divide(BigDecimal.TWO, 1, RoundingMode.UP)));

        drawn.explain()
                .total()
                .ifPresent(before ->
                        assertThat(better.explain().total().orElseThrow()).isGreaterThanOrEqualTo(before));
    }

    @Property(tries = 1000)
    void tooFewPeersLeaveNoTraceOfWhatTheySaid(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        var fewest = drawn.scoring.rules().minimumPeers();
        var few = drawn.withPeers(fewest - 1);

        assertThat(few.withPeerPoints(Points.of("0")).explain())
                .isEqualTo(few.withPeerPoints(Points.of("100")).explain())
                .isEqualTo(drawn.withPeers(0).explain());
        assertThat(drawn.withPeers(fewest).withPeerPoints(Points.of("50")).explain())
                .satisfies(enough -> assertThat(
                                nodes(enough).filter(LeftOut.class::isInstance).map(node -> ((LeftOut) node).reason()))
                        .doesNotContain(Reason.TOO_FEW_PEERS));
    }

    @Property(tries = 1000)
    void positionsWeighByTheirDaysWithinThePeriodWhateverLiesOutside(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        var within = drawn.stays.stream()
                .filter(stay -> !daysWithin(stay).isEmpty())
                .map(stay -> held(
                        stay,
                        new Period(daysWithin(stay).getFirst(), daysWithin(stay).getLast())))
                .toList();

        assertThat(drawn.scoring.explain(within)).isEqualTo(drawn.explain());
        assertThat(((Mean) drawn.explain()).parts())
                .extracting(Explanation.Part::weight)
                .containsExactlyElementsOf(
                        within.stream().map(stay -> daysWithin(stay).size()).toList());
    }

    /** Counted one by one. */
    private static List<LocalDate> daysWithin(Stay stay) {
        return stay.days()
                .first()
                .datesUntil(stay.days().last().plusDays(1))
                .filter(day -> !day.isBefore(QUARTER.first()) && !day.isAfter(QUARTER.last()))
                .toList();
    }

    private static Stay held(Stay stay, Period days) {
        return new Stay(stay.subject(), days, stay.indicators(), stay.ratings(), stay.measurements());
    }

    @Property(tries = 1000)
    void whoeverJoinsLateOrLeavesEarlyIsJudgedByTheDaysThatWereThereAndForNoneThatWereNot(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 92) int days, @ForAll boolean leaves) {
        var drawn = Drawn.from(seed);
        var stay = drawn.stays.getFirst();
        var there = leaves
                ? new Period(QUARTER.first(), QUARTER.first().plusDays(days - 1))
                : new Period(QUARTER.last().minusDays(days - 1), QUARTER.last());
        var always = drawn.scoring.explain(List.of(held(stay, QUARTER))).total();

        assertThat(drawn.scoring.explain(List.of(held(stay, there))).total())
                .isEqualTo(days < drawn.scoring.rules().minimumDays() ? Optional.empty() : always);
    }

    @Property(tries = 1000)
    void aTotalInTheMiddleOfTwoTenthsGoesToTheEvenOne(@ForAll @IntRange(max = 999) int tenths) {
        var rules = new ScoringRules(new RaterWeights(50, 50, 0), 3, MoverRule.PRO_RATA, 1);
        var indicators = new Indicators(
                List.of(new WeightedIndicator("a", IndicatorFamily.RESULT, 100, IndicatorSource.RATING)));
        var stay = new Stay(
                "0",
                QUARTER,
                indicators,
                List.of(
                        new RatingSheet(RaterKind.SELF, "SELF", Map.of("a", new Points(BigDecimal.valueOf(tenths, 1)))),
                        new RatingSheet(
                                RaterKind.SUPERIOR,
                                "SUPERIOR",
                                Map.of("a", new Points(BigDecimal.valueOf(tenths + 1L, 1))))),
                List.of());

        assertThat(new Scoring(rules, QUARTER).explain(List.of(stay)).total())
                .contains(new Total(BigDecimal.valueOf(tenths % 2 == 0 ? tenths : tenths + 1L, 1)));
    }

    @Property(tries = 1000)
    void ofSomeFamiliesTheExplanationIsThatOfAllWithoutTheOthers(@ForAll long seed) {
        var all = Drawn.from(seed).judging(EnumSet.allOf(IndicatorFamily.class));
        var some = families(new Random(seed));

        var explained = all.judging(some).explain();

        assertThat(explained).isEqualTo(all.without(some, all.explain()));
        assertThat(explained.total().map(Total::value))
                .isEqualTo(workedOut(explained).map(exact -> exact.setScale(1, RoundingMode.HALF_EVEN)));
    }

    @Property(tries = 1000)
    void theSharesOfWhatIsJudgedAreAHundredTogether(@ForAll long seed) {
        for (var stay : Drawn.from(seed).stays) {
            var judged = stay.indicators().judged();
            var shares = judged.stream()
                    .map(one -> stay.indicators().share(one.weight()).orElse(BigDecimal.valueOf(one.weight())))
                    .toList();

            // Each is rounded for itself, so they miss it by half a tenth each at most.
            shares.stream()
                    .reduce(BigDecimal::add)
                    .ifPresent(sum ->
                            assertThat(sum.doubleValue()).isCloseTo(100, Offset.offset(0.05 * shares.size() + 0.001)));
        }
    }

    private static Set<IndicatorFamily> families(Random random) {
        var some = EnumSet.noneOf(IndicatorFamily.class);
        for (var family : IndicatorFamily.values()) {
            if (random.nextBoolean()) {
                some.add(family);
            }
        }
        return some;
    }

    @Property(tries = 500)
    void nobodyIsNamedAsAPeer(@ForAll long seed) {
        assertThat(Drawn.from(seed).explain().toString()).doesNotContain("colleague");
    }

    @Property(tries = 1000)
    void aDistributionKeepsItsCeilingsSplitsNoTieAndOnlyLowers(
            @ForAll long seed,
            @ForAll @IntRange(max = 100) int mostExcellent,
            @ForAll @IntRange(max = 100) int mostGood) {
        var random = new Random(seed);
        var totals = new TreeMap<Total, Long>();
        int different = random.nextInt(60);
        for (int i = 0; i < different; i++) {
            totals.put(new Total(BigDecimal.valueOf(500 + random.nextInt(501), 1)), 1L + random.nextInt(20));
        }
        long all = totals.values().stream().mapToLong(Long::longValue).sum();

        var cutoffs = new Distribution(mostExcellent, mostGood).cutoffs(Thresholds.USUAL, totals);

        var by = new HashMap<Grade, Long>();
        totals.forEach((total, people) -> by.merge(cutoffs.gradeOf(total), people, Long::sum));
        assertThat(by.getOrDefault(Grade.EXCELLENT, 0L)).isLessThanOrEqualTo(all * mostExcellent / 100);
        assertThat(by.getOrDefault(Grade.GOOD, 0L)).isLessThanOrEqualTo(all * mostGood / 100);
        assertThat(totals.descendingKeySet().stream().map(cutoffs::gradeOf)).isSorted();
        totals.keySet()
                .forEach(total -> assertThat(cutoffs.gradeOf(total))
                        .isGreaterThanOrEqualTo(Thresholds.USUAL.cutoffs().gradeOf(total))
                        .matches(grade -> (grade == Grade.FAIL) == (total.compareTo(Thresholds.USUAL.pass()) < 0)));
    }

    /** Written anew, in decimal numbers of many places, from what the tree says. */
    private static Optional<BigDecimal> workedOut(Explanation node) {
        return switch (node) {
            case Explanation.Leaf leaf -> Optional.of(leaf.points().value());
            case LeftOut _ -> Optional.empty();
            case Explanation.Measured(var measured) ->
                Optional.of(measured.named().stream()
                        .map(Observed::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(measured.named().size()), new MathContext(60)));
            case Mean mean -> {
                var counting = mean.parts().stream()
                        .filter(part -> workedOut(part.of()).isPresent())
                        .toList();
                if (counting.isEmpty()) {
                    yield Optional.empty();
                }
                var weights =
                        counting.stream().mapToInt(Explanation.Part::weight).sum();
                yield Optional.of(counting.stream()
                        .map(part -> workedOut(part.of()).orElseThrow().multiply(BigDecimal.valueOf(part.weight())))
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(weights), new MathContext(60)));
            }
        };
    }

    private static Stream<Explanation> nodes(Explanation node) {
        return Stream.concat(
                Stream.of(node),
                node instanceof Mean mean ? mean.parts().stream().flatMap(part -> nodes(part.of())) : Stream.empty());
    }

    private static Stream<BigDecimal> points(Explanation explanation) {
        return nodes(explanation).flatMap(node -> switch (node) {
            case Explanation.Leaf(var _, var points) -> Stream.of(points.value());
            case Explanation.Measured(var measured) -> measured.named().stream().map(Observed::amount);
            case LeftOut _, Mean _ -> Stream.empty();
        });
    }

    private static <T> List<T> shuffled(List<T> list, long seed) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, new Random(seed));
        return copy;
    }

    private record Drawn(Scoring scoring, List<Stay> stays) {

        Explanation explain() {
            return scoring.explain(stays);
        }

        static Drawn from(long seed) {
            var random = new Random(seed);
            int self = random.nextInt(101);
            int superior = random.nextInt(101 - self);
            var rules = new ScoringRules(
                    new RaterWeights(self, superior, 100 - self - superior),
                    3 + random.nextInt(3),
                    random.nextBoolean() ? MoverRule.PRO_RATA : MoverRule.POSITION_AT_END,
                    1 + random.nextInt(40));
            var judged = random.nextBoolean() ? EnumSet.allOf(IndicatorFamily.class) : families(random);
            var stays = new ArrayList<Stay>();
            var from = QUARTER.first().minusDays(random.nextInt(30)).plusDays(random.nextInt(60));
            for (int i = 0; i <= random.nextInt(3); i++) {
                var days = new Period(from, from.plusDays(random.nextInt(80)));
                stays.add(stay(random, "stay " + i, days, judged));
                from = days.last().plusDays(1 + random.nextInt(5));
            }
            return new Drawn(new Scoring(rules, QUARTER), stays);
        }

        private static Stay stay(Random random, String subject, Period days, Set<IndicatorFamily> judged) {
            var indicators = new ArrayList<WeightedIndicator>();
            int left = 100;
            while (left > 0) {
                int weight = indicators.size() == 7 ? left : 1 + random.nextInt(left);
                var source = random.nextInt(4) == 0 ? IndicatorSource.EVENTS : IndicatorSource.RATING;
                indicators.add(new WeightedIndicator(
                        "i" + indicators.size(), IndicatorFamily.values()[random.nextInt(6)], weight, source));
                left -= weight;
            }
            var all = new Indicators(indicators);
            var sheets = new ArrayList<RatingSheet>();
            for (var kind : RaterKind.values()) {
                int raters = random.nextInt(kind == RaterKind.PEER ? 7 : 2);
                for (int i = 0; i < raters; i++) {
                    sheets.add(sheet(random, kind, "colleague " + i, all));
                }
            }
            var measured = new ArrayList<Measurement>();
            indicators.stream()
                    .filter(one -> one.source() == IndicatorSource.EVENTS)
                    .forEach(one -> {
                        var events = new ArrayList<Observed>();
                        int number = random.nextInt(6);
                        for (int i = 0; i < number; i++) {
                            events.add(new Observed("event " + i, points(random).value(), BigDecimal.ONE));
                        }
                        measured.add(measurement(one.code(), shuffled(events, random.nextLong())));
                    });
            return new Stay(subject, days, all.judging(judged), named(sheets), measured);
        }

        /** Self and superior are known to everybody. */
        private static List<RatingSheet> named(List<RatingSheet> sheets) {
            return sheets.stream()
                    .map(sheet -> sheet.kind() == RaterKind.PEER
                            ? sheet
                            : new RatingSheet(sheet.kind(), sheet.kind().name(), sheet.points()))
                    .toList();
        }

        private static RatingSheet sheet(Random random, RaterKind kind, String reference, Indicators indicators) {
            var points = new HashMap<String, Points>();
            indicators.rated().stream().sorted().forEach(code -> points.put(code, points(random)));
            return new RatingSheet(kind, reference, points);
        }

        /** Each event gives points, and their mean is the points of the indicator. */
        private static Measurement measurement(String indicator, List<Observed> events) {
            return new Measurement(indicator, Reckoning.MEAN, Scale.PERCENT, events, Measurement.Rest.NONE);
        }

        private static Points points(Random random) {
            return new Points(BigDecimal.valueOf(random.nextInt(1001), 1));
        }

        Drawn with(UnaryOperator<Points> change) {
            return mapped(
                    stay -> stay.ratings().stream()
                            .map(sheet ->
                                    new RatingSheet(sheet.kind(), sheet.reference(), changed(sheet.points(), change)))
                            .toList(),
                    stay -> stay.measurements().stream()
                            .map(one -> measurement(
                                    one.indicator(),
                                    one.named().stream()
                                            .map(event -> new Observed(
                                                    event.reference(),
                                                    change.apply(new Points(event.amount()))
                                                            .value(),
                                                    event.base()))
                                            .toList()))
                            .toList());
        }

        Drawn judging(Set<IndicatorFamily> families) {
            return new Drawn(
                    scoring,
                    stays.stream()
                            .map(stay -> new Stay(
                                    stay.subject(),
                                    stay.days(),
                                    stay.indicators().judging(families),
                                    stay.ratings(),
                                    stay.measurements()))
                            .toList());
        }

        /** Taken out of the tree by hand, position by position. */
        Explanation without(Set<IndicatorFamily> judged, Explanation period) {
            var whole = (Mean) period;
            return new Mean(
                    whole.level(),
                    whole.subject(),
                    whole.parts().stream()
                            .map(part -> new Explanation.Part(part.weight(), ofStay(judged, part.of())))
                            .toList());
        }

        private Explanation ofStay(Set<IndicatorFamily> judged, Explanation held) {
            if (!(held instanceof Mean stay)) {
                return held;
            }
            var template = stays.stream()
                    .filter(one -> one.subject().equals(stay.subject()))
                    .findFirst()
                    .orElseThrow()
                    .indicators()
                    .all();
            var left = new ArrayList<Explanation.Part>();
            for (int i = 0; i < template.size(); i++) {
                if (judged.contains(template.get(i).family())) {
                    left.add(stay.parts().get(i));
                }
            }
            return left.isEmpty()
                    ? new LeftOut(Explanation.Level.STAY, stay.subject(), Reason.NOT_JUDGED)
                    : new Mean(stay.level(), stay.subject(), left);
        }

        Drawn withPeers(int number) {
            return mapped(
                    stay -> {
                        var sheets = new ArrayList<>(stay.ratings().stream()
                                .filter(sheet -> sheet.kind() != RaterKind.PEER)
                                .toList());
                        var random = new Random(number);
                        for (int i = 0; i < number; i++) {
                            sheets.add(sheet(random, RaterKind.PEER, "colleague " + i, stay.indicators()));
                        }
                        return sheets;
                    },
                    Stay::measurements);
        }

        Drawn withPeerPoints(Points points) {
            return mapped(
                    stay -> stay.ratings().stream()
                            .map(sheet -> sheet.kind() == RaterKind.PEER
                                    ? new RatingSheet(
                                            sheet.kind(), sheet.reference(), changed(sheet.points(), _ -> points))
                                    : sheet)
                            .toList(),
                    Stay::measurements);
        }

        private static Map<String, Points> changed(Map<String, Points> points, UnaryOperator<Points> change) {
            var changed = new HashMap<String, Points>();
            points.forEach((code, one) -> changed.put(code, change.apply(one)));
            return changed;
        }

        private Drawn mapped(Function<Stay, List<RatingSheet>> sheets, Function<Stay, List<Measurement>> measured) {
            return new Drawn(
                    scoring,
                    stays.stream()
                            .map(stay -> new Stay(
                                    stay.subject(),
                                    stay.days(),
                                    stay.indicators(),
                                    sheets.apply(stay),
                                    measured.apply(stay)))
                            .toList());
        }
    }
}
