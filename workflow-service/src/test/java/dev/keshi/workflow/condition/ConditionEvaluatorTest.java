package dev.keshi.workflow.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionEvaluatorTest {

    private final ConditionEvaluator conditions = ConditionEvaluator.withDefaults();
    private final Map<String, Object> variables = new HashMap<>(Map.of(
            "days",
            new BigDecimal("4"),
            "amount",
            new BigDecimal("1999.99"),
            "from",
            LocalDate.of(2026, 11, 2),
            "to",
            LocalDate.of(2026, 11, 5),
            "leaveType",
            "annual",
            "urgent",
            true));

    @AfterEach
    void close() {
        conditions.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "days > 3",
                "days >= 3.5 and days <= 30",
                "days in [1..5]",
                "days between 1 and 5",
                "leaveType in (\"annual\", \"sick\")",
                "leaveType = \"annual\" or leaveType = \"sick\"",
                "not(leaveType = \"sick\")",
                "urgent",
                "amount + 0.01 = 2000",
                "0.1 + 0.2 = 0.3",
                "from < to",
                "to - from > duration(\"P2D\")",
                "from >= date(\"2026-11-01\")",
                "from = @\"2026-11-02\"",
                "from.year = 2026",
                "day of week(from) = \"Monday\"",
                "if urgent then days > 1 else days > 10",
                "contains(leaveType, \"nn\")",
                "min(days, 10) = 4",
                "remark = null",
                "list contains([\"annual\", \"sick\"], leaveType)"
            })
    void whatAnAuthorNeedsIsMet(String text) {
        variables.put("remark", null);

        assertThat(conditions.evaluate(compiled(text), variables)).isEqualTo(new Verdict.Met());
    }

    @Test
    void aConditionMayBeFalse() {
        assertThat(conditions.evaluate(compiled("days > 30"), variables)).isEqualTo(new Verdict.NotMet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing > 3", "days > \"3\"", "leaveType", "days / 0 > 1", "from = \"2026-11-02\""})
    void aMissingOrMistypedValueIsNeitherTrueNorFalse(String text) {
        assertThat(conditions.evaluate(compiled(text), variables)).isInstanceOf(Verdict.Undecided.class);
    }

    @Test
    void aConditionNamesTheVariablesItReads() {
        assertThat(compiled("days > 3 and from.year = 2026 and contains(leaveType, \"a\")")
                        .variables())
                .containsExactly("days", "from", "leaveType");
    }

    @Test
    void onlyPlainValuesReachACondition() {
        var condition = compiled("days > 3");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> conditions.evaluate(condition, Map.of("days", new StringBuilder("4"))));
    }

    @Test
    void lateWorkIsReportedAndTheNextConditionStillWorks() {
        var condition = compiled("days > 3");
        try (var slow = new BoundedPool(1, java.time.Duration.ofMillis(20))) {
            var held = new java.util.concurrent.CountDownLatch(1);
            assertThat(slow.run(() -> held.await(10, java.util.concurrent.TimeUnit.SECONDS)))
                    .isInstanceOf(BoundedPool.Late.class);
            held.countDown();
        }

        assertThat(conditions.evaluate(condition, variables)).isEqualTo(new Verdict.Met());
    }

    private Condition compiled(String text) {
        return (Condition) conditions.compile(text);
    }
}
