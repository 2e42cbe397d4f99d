package dev.keshi.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.chaos.fault.Fault;
import dev.keshi.chaos.fault.Strike;
import java.time.Duration;
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
        assertThatThrownBy(() -> Wanted.parse(List.of("short", "--rounds", "-1")))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> Wanted.parse(List.of("short", "--only", "F4")))
                .hasMessageContaining("F4")
                .hasMessageContaining(Wanted.FAULTS.toString());
    }

    @Test
    void aStrikeThatDoesNotExistIsRefusedWithTheNamesOfThoseThatDo() {
        var broker = new Fault(
                "F3", "kill -9 of the broker", _ -> List.of(strike("kafka"), strike("kafka, then org-service")));
        var store = new Fault("F5", "kill -9 of mongod", _ -> List.of(strike("mongod")));

        assertThatThrownBy(() -> Wanted.parse(List.of("short", "--only", "F3", "--strike", "typo"))
                        .requireOne(List.of(broker, store)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'typo'")
                .hasMessageContaining("F3 kill -9 of the broker: kafka; kafka, then org-service")
                .hasMessageNotContaining("mongod");
        assertThatCode(() -> Wanted.parse(List.of("short", "--strike", "then")).requireOne(List.of(broker, store)))
                .doesNotThrowAnyException();
        assertThat(Wanted.parse(List.of("short", "--strike", "then")).among(List.of(broker, store)))
                .containsExactly(broker);
        assertThat(Wanted.parse(List.of("short", "--only", "F5")).among(List.of(broker, store)))
                .containsExactly(store);
    }

    @Test
    void onlyTheWholeHasToBeDoneInTime() {
        assertThat(Wanted.parse(List.of("short")).goal()).isEqualTo(Scale.SHORT.goal());
        assertThat(Wanted.parse(List.of("short", "--rounds", "9")).goal()).isEmpty();
        assertThat(Wanted.parse(List.of("short", "--only", "F3")).goal()).isEmpty();
        assertThat(Wanted.parse(List.of("full")).goal()).isEmpty();
    }

    private static Strike strike(String what) {
        return new Strike(what, () -> {}, Duration.ZERO, () -> {});
    }
}
