package dev.keshi.performance.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CycleRunnerTest {

    @Test
    void whatFailsAgainAndAgainIsTriedEverLessOftenButOnceAMinute() {
        assertThat(IntStream.range(0, 9).mapToObj(CycleRunner::waitAfter).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(CycleRunner.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
    }
}
