package dev.keshi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keshi.infrastructure.process.StateFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryRecordTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 8, 23);

    @TempDir
    Path folder;

    @Test
    void aQuarterThatWasBrokenOffKeepsItsFirstDay() {
        assertThat(demo().historyBegan(FIRST)).isEqualTo(FIRST);

        assertThat(demo().isHistoryBegun()).isTrue();
        assertThat(demo().historyBegan(FIRST.plusDays(40))).isEqualTo(FIRST);
        assertThat(demo().historyQuarters()).isZero();
    }

    @Test
    void theNextQuarterBeginsAnew() {
        demo().historyBegan(FIRST);

        demo().rememberHistoryQuarter();

        assertThat(demo().historyQuarters()).isOne();
        assertThat(demo().isHistoryBegun()).isFalse();
        assertThat(demo().historyBegan(FIRST.plusDays(91))).isEqualTo(FIRST.plusDays(91));
    }

    private DemoRecord demo() {
        return DemoRecord.in(new StateFolder(folder));
    }
}
