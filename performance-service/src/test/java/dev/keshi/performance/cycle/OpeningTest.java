package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.performance.scoring.RaterKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final AppraisalId APPRAISAL = new AppraisalId("a");

    @Test
    void whoDoesNotKnowTheSecretOfTheCycleCannotWorkOutTheIdOfAPeersRating() {
        var known = peerRating("one");

        assertThat(peerRating("one")).isEqualTo(known);
        assertThat(peerRating("two")).isNotEqualTo(known);
        assertThat(Opening.ratingId(APPRAISAL, 0, RaterKind.PEER, "rita")).isNotEqualTo(known);
    }

    private static RatingId peerRating(String secret) {
        return Opening.peerRatingId(CycleDocument.of(UsualPlan.of(Optional.empty()), secret), APPRAISAL, 0, "rita");
    }
}
