package dev.keshi.launcher.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void thePercentileIsTheSmallestFigureThatSoManyDoNotExceed() {
        var hundred = Percentiles.of(
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) (101 - i)).toList());

        assertThat(hundred.at(50)).isEqualTo(50);
        assertThat(hundred.at(99)).isEqualTo(99);
        assertThat(hundred.at(100)).isEqualTo(100);
        assertThat(Percentiles.of(List.of(7.0)).at(99)).isEqualTo(7);
    }

    @Test
    void nothingMeasuredHasNoPercentile() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Percentiles.of(List.of()).at(50));
    }
}
