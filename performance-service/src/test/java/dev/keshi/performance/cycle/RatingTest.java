package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.performance.scoring.Points;
import dev.keshi.performance.scoring.RaterKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatingTest {

    private static final List<String> INDICATORS = List.of("quality", "duty");
    private static final Map<String, Points> SHEET = Map.of("quality", Points.of("80"), "duty", Points.of("70.5"));

    private final RatingDocument asked = RatingDocument.asked("c", "a", 0, "t", "ann", "bob", RaterKind.PEER);

    private static final Instant NOW = Instant.parse("2026-10-08T09:00:00Z");

    @Test
    void isGivenOnce() {
        var given = asked.given(SHEET, INDICATORS);

        assertThat(given.status()).isEqualTo(RatingStatus.GIVEN);
        assertThat(given.sheet("r").points()).isEqualTo(SHEET);
        assertThatExceptionOfType(CycleProblem.RatedBefore.class).isThrownBy(() -> given.given(SHEET, INDICATORS));
    }

    @Test
    void speaksOfEveryIndicatorAndOfNoOther() {
        assertThatExceptionOfType(CycleProblem.IncompleteRating.class)
                .isThrownBy(() -> asked.given(Map.of("quality", Points.of("80"), "luck", Points.of("1")), INDICATORS))
                .satisfies(refused -> {
                    assertThat(refused.missing()).containsExactly("duty");
                    assertThat(refused.unknown()).containsExactly("luck");
                });
    }

    @Test
    void isClosedForEverWhenItWasNotGivenAndCanOnlyBeDoneWithout() {
        var lapsed = asked.closed();

        assertThat(lapsed.status()).isEqualTo(RatingStatus.LAPSED);
        assertThatExceptionOfType(CycleProblem.RatingClosed.class).isThrownBy(() -> lapsed.given(SHEET, INDICATORS));
        assertThat(lapsed.isMissing()).isTrue();
        var waived = lapsed.waived("late", "hana", NOW);
        assertThat(waived.status()).isEqualTo(RatingStatus.WAIVED);
        assertThat(waived.isMissing()).isFalse();
    }

    @Test
    void staysWhatItIsWhenOthersAreClosed() {
        var given = asked.given(SHEET, INDICATORS);
        var waived = asked.waived("ill", "hana", NOW);

        assertThat(given.closed()).isEqualTo(given);
        assertThat(waived.closed()).isEqualTo(waived);
        assertThatExceptionOfType(CycleProblem.RatingClosed.class).isThrownBy(() -> waived.given(SHEET, INDICATORS));
        for (var settled : List.of(given, waived)) {
            assertThatExceptionOfType(CycleProblem.RatingClosed.class)
                    .isThrownBy(() -> settled.waived("again", "hugo", NOW));
        }
    }
}
