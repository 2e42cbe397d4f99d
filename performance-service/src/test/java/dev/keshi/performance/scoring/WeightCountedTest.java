package dev.keshi.performance.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.Explanation.Leaf;
import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.Explanation.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much of the weight a total rests on. */
class WeightCountedTest {

    private static final Explanation SAID = new Leaf("r-1", Points.of("100"));

    @Test
    void whereHalfOfTheWeightIsMissingTheOtherHalfMakesTheWholeTotalAndIsMarked() {
        var total = stay(new Part(50, SAID), new Part(50, missing(Level.INDICATOR, Reason.NO_EVENTS)));

        assertThat(total.total()).contains(Total.of("100.0"));
        assertThat(total.weightCounted()).isEqualByComparingTo("50.0");
    }

    @Test
    void viewsThatAreMissingCountByTheirWeightThroughAllLevels() {
        var rated = new Mean(
                Level.INDICATOR,
                "quality",
                List.of(
                        new Part(10, SAID),
                        new Part(60, missing(Level.VIEW, Reason.NO_RATING)),
                        new Part(30, missing(Level.VIEW, Reason.TOO_FEW_PEERS))));

        // 0.6 * 1 + 0.4 * 0.1
        assertThat(stay(new Part(60, SAID), new Part(40, rated)).weightCounted())
                .isEqualByComparingTo("64.0");
        assertThat(stay(new Part(1, SAID), new Part(2, missing(Level.INDICATOR, Reason.NOTHING_TO_DIVIDE_BY)))
                        .weightCounted())
                .isEqualByComparingTo("33.3");
    }

    @Test
    void whatTheCycleLeavesOutByItsRulesIsNotMissing() {
        var rated = new Mean(
                Level.INDICATOR,
                "quality",
                List.of(new Part(100, SAID), new Part(1, missing(Level.VIEW, Reason.NO_WEIGHT))));
        var period = new Mean(
                Level.PERIOD,
                "2020-01-01/2020-03-31",
                List.of(
                        new Part(60, stay(new Part(100, rated))),
                        new Part(20, missing(Level.STAY, Reason.NOT_HELD_AT_END)),
                        new Part(7, missing(Level.STAY, Reason.NOT_JUDGED)),
                        new Part(11, missing(Level.STAY, Reason.TOO_SHORT))));

        assertThat(period.weightCounted()).isEqualByComparingTo("100.0");
    }

    @Test
    void whereNothingCountsThereIsNeitherTotalNorWeight() {
        var nothing = stay(new Part(100, missing(Level.INDICATOR, Reason.NO_EVENTS)));

        assertThat(nothing.total()).isEmpty();
        assertThat(nothing.weightCounted()).isEqualByComparingTo("0.0");
    }

    private static Explanation stay(Part... parts) {
        return new Mean(Level.STAY, "0", List.of(parts));
    }

    private static Explanation missing(Level level, Reason reason) {
        return new LeftOut(level, "x", reason);
    }
}
