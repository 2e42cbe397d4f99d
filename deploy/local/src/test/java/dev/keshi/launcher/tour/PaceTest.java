package dev.keshi.launcher.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void whatDidNotComeTookAsLongAsWasWaited() {
        var millis = Pace.millis(Map.of("a", 1_000_000L, "b", 1_000_000L), Map.of("a", 41_000_000L));

        assertThat(millis.at(50)).isEqualTo(40);
        assertThat(millis.at(100)).isEqualTo(30_000);
    }
}
