package dev.keshi.org.identity.signing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.org.identity.signing.KeySchedule.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyScheduleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PERIOD = Duration.ofDays(30);
    private static final Duration LEAD = Duration.ofDays(1);
    private static final Duration AFTERLIFE = Duration.ofMinutes(20);

    private final KeySchedule schedule = new KeySchedule(PERIOD, LEAD, AFTERLIFE);

    private record Key(int number, Instant signsFrom, Instant notAfter) implements KeySchedule.Timed {
        static Key of(Plan plan) {
            return new Key(plan.number(), plan.signsFrom(), plan.notAfter());
        }
    }

    @Test
    void theFirstKeySignsAtOnce() {
        var plan = schedule.due(List.of(), START).orElseThrow();
        assertThat(plan.number()).isEqualTo(1);
        assertThat(plan.signsFrom()).isEqualTo(START);
        assertThat(schedule.signing(List.of(Key.of(plan)), START)).isPresent();
    }

    @Test
    void theNextKeyIsPublishedALeadBeforeItSigns() {
        var first = Key.of(schedule.due(List.of(), START).orElseThrow());
        var keys = List.of(first);

        assertThat(schedule.due(keys, START.plus(PERIOD).minus(LEAD).minusSeconds(1)))
                .isEmpty();
        var second = Key.of(schedule.due(keys, START.plus(PERIOD).minus(LEAD)).orElseThrow());
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.signsFrom()).isEqualTo(START.plus(PERIOD));

        var both = List.of(first, second);
        assertThat(schedule.signing(both, START.plus(PERIOD).minusSeconds(1))).contains(first);
        assertThat(schedule.signing(both, START.plus(PERIOD))).contains(second);
        assertThat(first.notAfter()).isAfter(START.plus(PERIOD).plus(AFTERLIFE));
    }

    @Test
    void aSuccessorThatComesLateIsStillPublishedALeadAhead() {
        var first = Key.of(schedule.due(List.of(), START).orElseThrow());
        var late = START.plus(PERIOD).plus(Duration.ofHours(1));

        var second = schedule.due(List.of(first), late).orElseThrow();

        assertThat(second.signsFrom()).isEqualTo(late.plus(LEAD));
        assertThat(schedule.signing(List.of(first), late.plus(LEAD).minusSeconds(1)))
                .contains(first);
    }

    @Test
    void afterALongSleepANewKeySignsAtOnce() {
        var first = Key.of(schedule.due(List.of(), START).orElseThrow());
        var later = START.plus(Duration.ofDays(400));

        var second = schedule.due(List.of(first), later).orElseThrow();

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.signsFrom()).isEqualTo(later);
    }

    @Test
    void forTwoYearsThereIsAlwaysAKeyAndItsTokensOutliveIt() {
        var keys = new ArrayList<Key>();
        for (var now = START; now.isBefore(START.plus(Duration.ofDays(730))); now = now.plus(Duration.ofHours(5))) {
            schedule.due(keys, now).map(Key::of).ifPresent(keys::add);
            assertThat(schedule.due(keys, now)).isEmpty();
            var signing = schedule.signing(keys, now).orElseThrow();
            assertThat(signing.notAfter()).isAfterOrEqualTo(now.plus(AFTERLIFE));
        }
        assertThat(keys).extracting(Key::number).doesNotHaveDuplicates();
        assertThat(keys).hasSizeBetween(24, 26);
    }
}
