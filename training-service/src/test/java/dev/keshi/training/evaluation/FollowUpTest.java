package dev.keshi.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {

    private static final LocalDate LEARNED = LocalDate.of(2026, 1, 1);

    /** Eight weeks later is 26 February; two weeks to say what it was like. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-15, 2026-02-26",
        "2026-02-11, 2026-02-25, 2026-02-26",
        "2026-02-12, 2026-02-26, 2026-02-27",
        "2026-03-05, 2026-03-19, 2026-03-20"
    })
    void whatIsAskedIsWaitedForUntilItsDayHoweverLateAttendanceWasRecorded(
            LocalDate recorded, LocalDate due, LocalDate settled) {
        var begun = FollowUpDocument.begun("ann", "sales", "EXCEL", "session/1", LEARNED, recorded);

        assertThat(begun.reactionDueOn(recorded)).isEqualTo(due);
        assertThat(begun.isDueOn(settled.minusDays(1))).isFalse();
        assertThat(begun.isDueOn(settled)).isTrue();
    }
}
