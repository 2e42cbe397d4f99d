package dev.keshi.risk.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever the figures do, warnings keep their promises. Each try is a row of figures and a rule, drawn from a seed. */
class CoursePropertiesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Property(tries = 1000)
    void betweenTwoRecoveriesThereIsAtMostOneWarning(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        var recoveries = drawn.values.entrySet().stream()
                .filter(value -> drawn.rule.isRecoveredBy(value.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        var raised =
                drawn.course().episodes().stream().map(Course.Episode::since).toList();

        assertThat(raised).isSorted().doesNotHaveDuplicates();
        for (int i = 1; i < raised.size(); i++) {
            var one = raised.get(i - 1);
            var next = raised.get(i);
            assertThat(recoveries).anyMatch(day -> day.isAfter(one) && day.isBefore(next));
        }
    }

    @Property(tries = 500)
    void aFigureThatOscillatesWithoutRecoveringWarnsOnce(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 200) int swings) {
        var rule = new IndicatorRule(Direction.ABOVE, BigDecimal.TEN, BigDecimal.valueOf(8), 1, Rhythm.DAILY);
        var random = new Random(seed);
        var values = new TreeMap<LocalDate, BigDecimal>();
        for (int i = 0; i < swings; i++) {
            var above = BigDecimal.valueOf(1000 + random.nextInt(500), 2);
            var between = BigDecimal.valueOf(801 + random.nextInt(199), 2);
            values.put(FIRST.plusDays(i), i % 2 == 0 ? above : between);
        }

        assertThat(Course.of(rule, Standing.unknown(), values).episodes()).hasSize(1);
    }

    @Property(tries = 1000)
    void whatIsCutOffAtAPlaceGoesOnFromWhereItStoodThere(@ForAll long seed, @ForAll @IntRange(max = 60) int cut) {
        var drawn = Drawn.from(seed);
        var at = FIRST.plusDays(cut);
        var before = Course.of(drawn.rule, Standing.unknown(), drawn.values.headMap(at));

        assertThat(Course.of(drawn.rule, before.standing(), drawn.values.tailMap(at))
                        .standing())
                .isEqualTo(drawn.course().standing());
    }

    @Property(tries = 500)
    void warningBelowIsWarningAboveSeenInAMirror(@ForAll long seed) {
        var drawn = Drawn.from(seed);
        var rule = drawn.rule;
        var mirrored = new IndicatorRule(
                rule.direction() == Direction.ABOVE ? Direction.BELOW : Direction.ABOVE,
                rule.threshold().negate(),
                rule.recovery().negate(),
                rule.breaches(),
                rule.rhythm());
        var values = new TreeMap<LocalDate, BigDecimal>();
        drawn.values.forEach((period, value) -> values.put(period, value.negate()));

        assertThat(Course.of(mirrored, Standing.unknown(), values)).isEqualTo(drawn.course());
    }

    /** @param values some days have none */
    private record Drawn(IndicatorRule rule, SortedMap<LocalDate, BigDecimal> values) {

        static Drawn from(long seed) {
            var random = new Random(seed);
            var direction = random.nextBoolean() ? Direction.ABOVE : Direction.BELOW;
            var threshold = BigDecimal.valueOf(random.nextInt(-20, 20));
            var apart = BigDecimal.valueOf(1 + random.nextInt(10));
            var recovery = direction == Direction.ABOVE ? threshold.subtract(apart) : threshold.add(apart);
            var rule = new IndicatorRule(direction, threshold, recovery, 1 + random.nextInt(4), Rhythm.DAILY);
            var values = new TreeMap<LocalDate, BigDecimal>();
            var levels = List.of(threshold, recovery);
            for (int day = 0; day < 60; day++) {
                if (random.nextInt(10) > 0) {
                    var near = levels.get(random.nextInt(levels.size()));
                    values.put(FIRST.plusDays(day), near.add(BigDecimal.valueOf(random.nextInt(-3, 4))));
                }
            }
            return new Drawn(rule, values);
        }

        Course course() {
            return Course.of(rule, Standing.unknown(), values);
        }
    }
}
