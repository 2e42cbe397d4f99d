package dev.keshi.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WantedTest {

    @Test
    void faultsAreChosenByTheirIdsAndAllAreMeantWhenNoneIsNamed() {
        var some = Wanted.parse(List.of("short", "--only", "f3, F7", "--seed", "42", "--json"));

        assertThat(some.scale()).isEqualTo(Scale.SHORT);
        assertThat(some.seed()).isEqualTo(42);
        assertThat(some.json()).isTrue();
        assertThat(some.includes("F3")).isTrue();
        assertThat(some.includes("F7")).isTrue();
        assertThat(some.includes("F1")).isFalse();
        assertThat(Wanted.parse(List.of("full")).includes("F1")).isTrue();
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertThatThrownBy(() -> Wanted.parse(List.of("--seed", "1"))).hasMessageContaining("short or full");
        assertThatThrownBy(() -> Wanted.parse(List.of("short", "--seed"))).hasMessageContaining("wants a value");
        assertThatThrownBy(() -> Wanted.parse(List.of("short", "--seed", "x"))).hasMessageContaining("'x'");
        assertThatThrownBy(() -> Wanted.parse(List.of("long"))).hasMessageContaining("'long'");
        assertThatThrownBy(() -> Wanted.parse(List.of("short", "--only", "F4"))).hasMessageContaining("F4");
    }
}
