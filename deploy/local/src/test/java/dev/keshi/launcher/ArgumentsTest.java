package dev.keshi.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static Arguments parse(String... typed) {
        return Arguments.parse(List.of(typed), Set.of("--json"), Set.of("--people"));
    }

    @Test
    void aValueMayStandAfterABlankOrAnEqualsSign() {
        assertThat(parse("--people", "50").value("--people")).contains("50");
        assertThat(parse("--people=50").value("--people")).contains("50");
        assertThat(parse("--people=").value("--people")).contains("");
    }

    @Test
    void aFlagIsThereOrNot() {
        assertThat(parse("--json").has("--json")).isTrue();
        assertThat(parse().has("--json")).isFalse();
    }

    @Test
    void whatTheVerbDoesNotKnowIsRefusedByName() {
        assertThatExceptionOfType(UsageProblem.class)
                .isThrownBy(() -> parse("--jsn"))
                .withMessageContaining("--jsn");
        assertThatExceptionOfType(UsageProblem.class).isThrownBy(() -> parse("--json=1"));
        assertThatExceptionOfType(UsageProblem.class).isThrownBy(() -> parse("--people"));
        assertThatExceptionOfType(UsageProblem.class)
                .isThrownBy(() -> parse("twelve").requireNoWords());
    }

    @Test
    void aVerbThatWantsOneWordGetsExactlyOne() {
        assertThat(parse("gateway").word("the SERVICE")).isEqualTo("gateway");
        assertThatExceptionOfType(UsageProblem.class)
                .isThrownBy(() -> parse().word("the SERVICE"))
                .withMessage("the SERVICE is missing");
        assertThatExceptionOfType(UsageProblem.class)
                .isThrownBy(() -> parse("a", "b").word("the SERVICE"));
    }
}
