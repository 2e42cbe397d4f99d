package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.Explanation;
import dev.keshi.performance.scoring.Explanation.Leaf;
import dev.keshi.performance.scoring.Explanation.LeftOut;
import dev.keshi.performance.scoring.Explanation.Level;
import dev.keshi.performance.scoring.Explanation.Mean;
import dev.keshi.performance.scoring.Explanation.Measured;
import dev.keshi.performance.scoring.Explanation.Part;
import dev.keshi.performance.scoring.Explanation.Reason;
import dev.keshi.performance.scoring.Measurement;
import dev.keshi.performance.scoring.Observed;
import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.Reckoning;
import dev.keshi.performance.scoring.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExplanationTextTest {

    private static final Explanation PEERS =
            new Mean(Level.VIEW, "PEER", List.of(leaf("1", "80"), leaf("2", "80"), leaf("3", "81")));

    private final Explanation whole = new Mean(
            Level.INDICATOR,
            "quality",
            List.of(
                    new Part(10, new LeftOut(Level.VIEW, "SELF", Reason.NO_RATING)),
                    new Part(60, new Mean(Level.VIEW, "SUPERIOR", List.of(leaf("r-7", "77.7")))),
                    new Part(30, PEERS)));

    private final Explanation measured = new Measured(new Measurement(
            "approvals-in-time",
            Reckoning.MEAN,
            new Scale(new BigDecimal("50"), new BigDecimal("95.5")),
            List.of(
                    new Observed("event 1", BigDecimal.valueOf(100), BigDecimal.ONE),
                    new Observed("event 2", BigDecimal.ZERO, BigDecimal.ONE)),
            new Measurement.Rest(3, BigDecimal.valueOf(300), BigDecimal.valueOf(3))));

    private static final ExplanationBasis BASIS = new ExplanationBasis(
            7, ExplanationViewTest.cycle(), List.of(), List.of(), List.of(), Optional.empty(), List.of());

    @Test
    void comesBackFromTheStoreAsItWas() {
        assertThat(ExplanationText.read(ExplanationText.write(whole))).isEqualTo(whole);
        assertThat(ExplanationText.read(ExplanationText.write(measured))).isEqualTo(measured);
    }

    @Test
    void whatEventsFeedIsShownWithItsFigureItsScaleAndItsEvents() {
        var view = ExplanationView.of(measured, BASIS);

        // Four of five in time: 80 percent, (80 - 50) / 45.5 of the way.
        assertThat(view.points()).isEqualByComparingTo("65.9");
        assertThat(view.measured()).satisfies(figure -> {
            assertThat(figure.figure()).isEqualByComparingTo("80");
            assertThat(figure.events()).isEqualTo(5);
            assertThat(figure.named()).extracting("eventId").containsExactly("event 1", "event 2");
        });
    }

    @Test
    void peersAreShownAsOneNumber() {
        var view = ExplanationView.of(whole, BASIS);

        assertThat(view.parts()).hasSize(3).last().satisfies(peers -> {
            assertThat(peers.peers()).isEqualTo(3);
            assertThat(peers.points()).isEqualByComparingTo("80.3");
            assertThat(peers.parts()).isNull();
        });
        assertThat(view.toString()).contains("r-7", "77.7", "NO_RATING").doesNotContain("81");
    }

    private static Part leaf(String reference, String points) {
        return new Part(1, new Leaf(reference, Points.of(points)));
    }
}
