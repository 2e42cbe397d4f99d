package dev.keshi.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReactionTallyTest {

    /** Whoever looks after every answer learns sums of five at the least. */
    @Property(tries = 300)
    void noAnswerIsTheDifferenceOfTwoFigures(@ForAll long seed, @ForAll @IntRange(max = 60) int many) {
        var random = new Random(seed);
        var tally = ReactionTallyDocument.empty("session/one", "C", null);
        for (int answer = 1; answer <= many; answer++) {
            var before = tally;
            tally = tally.plus(new Reaction(
                    1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5), 1 + random.nextInt(5)));
            int more = tally.shownAnswers() - before.shownAnswers();

            assertThat(more == 0 || more >= ReactionTallyDocument.STEP).isTrue();
            assertThat(tally.showsMoreThan(before)).isEqualTo(more > 0);
            assertThat(tally.answers()).isEqualTo(answer);
            assertThat(tally.shownAnswers()).isEqualTo(answer / 5 * 5);
            if (more > 0) {
                assertThat(tally.shownSums()).isEqualTo(tally.sums());
            } else {
                assertThat(tally.shownSums()).isEqualTo(before.shownSums());
            }
        }
    }
}
