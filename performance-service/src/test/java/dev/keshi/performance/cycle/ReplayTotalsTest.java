package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.performance.cycle.ReplayTotals.Trial;
import dev.keshi.performance.scoring.MoverRule;
import dev.keshi.performance.scoring.RaterWeights;
import dev.keshi.performance.scoring.ScoringRules;
import dev.keshi.performance.scoring.Total;
import dev.keshi.test.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplayTotalsTest {

    private static final ScoringRules RULES = new ScoringRules(RaterWeights.USUAL, 3, MoverRule.PRO_RATA, 30);

    private final ReplayTotals totals = new ReplayTotals(Duration.ofMillis(200));
    private final AtomicInteger worked = new AtomicInteger();

    @AfterEach
    void end() {
        totals.close();
    }

    @Test
    void aTrialIsWorkedOutOnceForAllItsPages() {
        assertThat(totals.of(trial("hana", 1), found("80"))).isEqualTo(people("80"));
        assertThat(totals.of(trial("hana", 1), found("81"))).isEqualTo(people("80"));
        assertThat(totals.of(trial("hugo", 1), found("82"))).isEqualTo(people("82"));
        assertThat(totals.of(trial("hana", 2), found("83"))).isEqualTo(people("83"));
        assertThat(worked).hasValue(3);
    }

    @Test
    void whoeverCannotWaitIsToldToComeAgainAndThenItIsThere() {
        var gate = new CountDownLatch(1);
        Callable<NavigableMap<Total, Long>> slow = () -> {
            gate.await();
            return found("80").call();
        };

        assertThatExceptionOfType(CycleProblem.TrialUnderWay.class).isThrownBy(() -> totals.of(trial("hana", 1), slow));
        gate.countDown();

        Eventually.holds(() -> worked.get() == 1);
        assertThat(totals.of(trial("hana", 1), found("81"))).isEqualTo(people("80"));
        assertThat(worked).hasValue(1);
    }

    @Test
    void whatFailedIsWorkedOutAgain() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> totals.of(trial("hana", 1), () -> {
                    throw new IllegalArgumentException("the store is away");
                }));

        assertThat(totals.of(trial("hana", 1), found("80"))).isEqualTo(people("80"));
    }

    @Test
    void ofManyTrialsTheOldestGivesWay() {
        for (int version = 0; version < 17; version++) {
            var unused = totals.of(trial("hana", version), found("80"));
        }
        var kept = totals.of(trial("hana", 16), found("81"));
        var gone = totals.of(trial("hana", 0), found("82"));

        assertThat(kept).isEqualTo(people("80"));
        assertThat(gone).isEqualTo(people("82"));
    }

    @Test
    void whatFailedWhileNobodyWaitedIsWorkedOutAgainForWhoeverComesNext() {
        var gate = new CountDownLatch(1);
        assertThatExceptionOfType(CycleProblem.TrialUnderWay.class)
                .isThrownBy(() -> totals.of(trial("hana", 1), () -> {
                    gate.await();
                    throw new IllegalArgumentException("the store is away");
                }));
        gate.countDown();
        // One trial after the other: when this one is done, that one is.
        assertThat(totals.of(trial("hana", 2), found("80"))).isEqualTo(people("80"));

        assertThat(totals.of(trial("hana", 1), found("81"))).isEqualTo(people("81"));
    }

    @Test
    void whatIsUnderWayGivesWayToNothing() {
        var gate = new CountDownLatch(1);
        for (int version = 0; version < 16; version++) {
            var trial = trial("hana", version);
            assertThatExceptionOfType(CycleProblem.TrialUnderWay.class)
                    .isThrownBy(() -> totals.of(trial, () -> {
                        gate.await();
                        return found("80").call();
                    }));
        }

        assertThatExceptionOfType(CycleProblem.TrialUnderWay.class)
                .isThrownBy(() -> totals.of(trial("hana", 16), found("81")));
        gate.countDown();

        Eventually.holds(() -> worked.get() == 16);
        assertThat(totals.of(trial("hana", 0), found("82"))).isEqualTo(people("80"));
        assertThat(totals.of(trial("hana", 16), found("83"))).isEqualTo(people("83"));
    }

    private Callable<NavigableMap<Total, Long>> found(String total) {
        return () -> {
            worked.incrementAndGet();
            return people(total);
        };
    }

    private static NavigableMap<Total, Long> people(String total) {
        return new TreeMap<>(Map.of(Total.of(total), 1L));
    }

    private static Trial trial(String reader, long version) {
        return new Trial(new CycleId("c-1"), version, reader, RULES, Map.of());
    }
}
