package dev.keshi.training.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.training.trainee.TraineeFact;
import dev.keshi.training.trainee.TraineeFact.Better;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeriodFigureTest {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(60);

    @Test
    void whereMoreIsBetterTheValueIsComparedWithTheTarget() {
        assertThat(weak("53.99", "90", Better.MORE)).isTrue();
        assertThat(weak("54.00", "90", Better.MORE)).isFalse();
        assertThat(weak("-3", "5", Better.MORE)).isTrue();
        assertThat(weak("120", "90", Better.MORE)).isFalse();
    }

    @Test
    void whereLessIsBetterTheTargetIsComparedWithTheValue() {
        assertThat(weak("40", "24", Better.LESS)).isFalse();
        assertThat(weak("40.01", "24", Better.LESS)).isTrue();
        assertThat(weak("0", "24", Better.LESS)).isFalse();
        assertThat(weak("-1", "24", Better.LESS)).isFalse();
    }

    @Test
    void withoutAValueATargetOrAWayThereIsNothingToCompare() {
        assertThat(figure(null, "90", Better.MORE)).isEmpty();
        assertThat(figure("10", null, Better.MORE)).isEmpty();
        assertThat(figure("10", "0", Better.MORE)).isEmpty();
        assertThat(figure("10", "-90", Better.LESS)).isEmpty();
        assertThat(figure("10", "90", null)).isEmpty();
        assertThat(figure("10", "90", Better.LESS)).isPresent();
    }

    @Test
    void whatIsBetterFollowsTheWayAndTheSameIsNotBetter() {
        var more = figure("10", "90", Better.MORE).orElseThrow();
        var less = figure("10", "90", Better.LESS).orElseThrow();

        assertThat(figure("11", "90", Better.MORE).orElseThrow().isBetterThan(more))
                .isTrue();
        assertThat(figure("11", "90", Better.LESS).orElseThrow().isBetterThan(less))
                .isFalse();
        assertThat(figure("9", "90", Better.LESS).orElseThrow().isBetterThan(less))
                .isTrue();
        assertThat(figure("10.00", "90", Better.MORE).orElseThrow().isBetterThan(more))
                .isFalse();
    }

    private static boolean weak(String value, String target, Better better) {
        return figure(value, target, better).orElseThrow().reachesLessThan(PERCENT);
    }

    private static Optional<PeriodFigure> figure(String value, String target, Better better) {
        return PeriodFigure.of(new TraineeFact.Figure(
                "v",
                "tasks-on-time",
                1,
                Instant.EPOCH,
                new TraineeFact.Days(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)),
                Optional.ofNullable(value).map(BigDecimal::new),
                Optional.ofNullable(target).map(BigDecimal::new),
                Optional.ofNullable(better),
                "PERCENT"));
    }
}
