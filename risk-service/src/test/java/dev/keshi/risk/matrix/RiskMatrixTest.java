package dev.keshi.risk.matrix;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RiskMatrixTest {

    private static final RiskMatrix BUNDLED = BundledMatrix.matrix();

    @Test
    void theOneThatComesWithTheServiceIsCutByTheProduct() {
        var drawn = IntStream.rangeClosed(1, 5)
                .mapToObj(likelihood -> IntStream.rangeClosed(1, 5)
                        .mapToObj(impact -> BUNDLED.rate(new Exposure(likelihood, impact), 1)
                                .level()
                                .substring(0, 1))
                        .collect(joining(" ")))
                .toList();

        assertThat(drawn)
                .containsExactly(
                        "L L L L M", //  1  2  3  4  5
                        "L L M M H", //  2  4  6  8 10
                        "L M M H H", //  3  6  9 12 15
                        "L M H H C", //  4  8 12 16 20
                        "M H H C C"); // 5 10 15 20 25
    }

    @Test
    void aLevelSaysItsRankAndByWhichVersionItWasFound() {
        assertThat(BUNDLED.rate(new Exposure(4, 3), 7)).isEqualTo(new RatedExposure(new Exposure(4, 3), "HIGH", 3, 7));
    }

    @Test
    void everyHoleIsNamed() {
        var cells = cells();
        cells.get(1).set(2, null);
        cells.get(4).set(4, " ");

        assertThatExceptionOfType(MatrixProblem.Hole.class)
                .isThrownBy(() -> drawn(cells))
                .asInstanceOf(type(MatrixProblem.Hole.class))
                .satisfies(hole -> assertThat(hole.holes()).containsExactly(new Exposure(2, 3), new Exposure(5, 5)));
    }

    @Test
    void aLevelThatFallsWhileItGetsWorseIsRefused() {
        var cells = cells();
        cells.get(4).set(4, "HIGH");

        assertThatExceptionOfType(MatrixProblem.Falls.class)
                .isThrownBy(() -> drawn(cells))
                .asInstanceOf(type(MatrixProblem.Falls.class))
                .satisfies(falls -> assertThat(falls.falls()).containsExactly(new Exposure(5, 5)));
    }

    @Test
    void fourRowsOrSixCellsAreNotFiveByFive() {
        assertThatExceptionOfType(MatrixProblem.Size.class).isThrownBy(() -> drawn(cells().subList(0, 4)));
        var wide = cells();
        wide.get(2).add("HIGH");
        assertThatExceptionOfType(MatrixProblem.Size.class).isThrownBy(() -> drawn(wide));
    }

    @Test
    void aCellNamesALevelThatThereIs() {
        var cells = cells();
        cells.get(0).set(0, "NONE");

        assertThatExceptionOfType(MatrixProblem.UnknownLevel.class).isThrownBy(() -> drawn(cells));
    }

    @Test
    void twoLevelsHaveTwoCodes() {
        var levels = new ArrayList<>(BUNDLED.levels());
        levels.add(levels.getFirst());

        assertThatExceptionOfType(MatrixProblem.LevelTwice.class)
                .isThrownBy(() -> RiskMatrix.drawn(BUNDLED.likelihoods(), BUNDLED.impacts(), levels, cells()));
    }

    @Test
    void anExposureIsNeverLowerThanTheLowest() {
        assertThat(new Exposure(4, 2).lowered(2, 3)).isEqualTo(new Exposure(2, 1));
    }

    @Test
    void whatIsKeptIsTheSameMatrix() {
        var kept = MatrixDocument.of(3, BUNDLED, "ada", java.time.Instant.EPOCH);

        assertThat(kept.toMatrix()).isEqualTo(BUNDLED);
    }

    private static List<List<@Nullable String>> cells() {
        var cells = new ArrayList<List<@Nullable String>>();
        BUNDLED.cells().forEach(row -> cells.add(new ArrayList<>(row)));
        return cells;
    }

    private static RiskMatrix drawn(List<List<@Nullable String>> cells) {
        return RiskMatrix.drawn(BUNDLED.likelihoods(), BUNDLED.impacts(), BUNDLED.levels(), cells);
    }
}
