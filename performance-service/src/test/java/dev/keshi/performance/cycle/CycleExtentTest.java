package dev.keshi.performance.cycle;

import static dev.keshi.performance.scoring.IndicatorFamily.ABILITY;
import static dev.keshi.performance.scoring.IndicatorFamily.ATTITUDE;
import static dev.keshi.performance.scoring.IndicatorFamily.RESULT;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.performance.scoring.IndicatorFamily;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CycleExtentTest {

    @Test
    void aPartialCycleNamesSomeFamiliesAndAComprehensiveOneNone() {
        assertThatCode(() -> CycleExtent.PARTIAL.require(Set.of(RESULT))).doesNotThrowAnyException();
        assertThatCode(() -> CycleExtent.PARTIAL.require(Set.of(RESULT, ABILITY, ATTITUDE)))
                .doesNotThrowAnyException();
        assertThatCode(() -> CycleExtent.COMPREHENSIVE.require(Set.of())).doesNotThrowAnyException();
    }

    @Test
    void whatSaysOneThingAndMeansAnotherIsRefused() {
        assertThatExceptionOfType(CycleProblem.FamiliesMissing.class)
                .isThrownBy(() -> CycleExtent.PARTIAL.require(Set.of()));
        assertThatExceptionOfType(CycleProblem.FamiliesAll.class)
                .isThrownBy(() -> CycleExtent.PARTIAL.require(Set.of(IndicatorFamily.values())));
        assertThatExceptionOfType(CycleProblem.FamiliesOfComprehensive.class)
                .isThrownBy(() -> CycleExtent.COMPREHENSIVE.require(Set.of(RESULT)));
    }
}
