package dev.keshi.performance.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.performance.goal.GoalSheetDocument.Goal;
import dev.keshi.performance.goal.GoalSheetDocument.Terms;
import dev.keshi.performance.indicator.IndicatorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GoalSheetTest {

    private static final LocalDate BEGIN = LocalDate.of(2026, 10, 1);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private final GoalSheetDocument sheet =
            GoalSheetDocument.empty(GoalOwner.person("ann")).with(goal("a", 60)).with(goal("b", 40));

    @Test
    void theOpenGoalsOfOneOwnerAreNeverMoreThanHundredTogether() {
        assertThatExceptionOfType(GoalProblem.WeightsAboveHundred.class)
                .isThrownBy(() -> sheet.with(goal("c", 1)))
                .satisfies(refused -> assertThat(refused.sum()).isEqualTo(101));
        assertThatExceptionOfType(GoalProblem.WeightsAboveHundred.class)
                .isThrownBy(() -> sheet.adjusted("a", terms(61, END), "更重要", "tom", NOW));

        assertThat(sheet.ended("a", GoalStatus.ACHIEVED, "提前完成")
                        .with(goal("c", 60))
                        .goals())
                .hasSize(3);
    }

    @Test
    void whatHeldBeforeStaysBesideTheReason() {
        var adjusted = sheet.adjusted("a", terms(50, END), "人手减少", "tom", NOW)
                .adjusted("a", terms(20, END.minusDays(1)), "再减", "boss", NOW.plusSeconds(1));

        var goal = adjusted.require("a");
        assertThat(goal.terms()).isEqualTo(terms(20, END.minusDays(1)));
        assertThat(goal.adjustments())
                .extracting(one -> one.before().weight() + " " + one.reason() + " " + one.by())
                .containsExactly("60 人手减少 tom", "50 再减 boss");
    }

    @Test
    void whatHasEndedDoesNotChange() {
        var ended = sheet.ended("a", GoalStatus.MISSED, "市场变化");

        assertThatExceptionOfType(GoalProblem.Ended.class)
                .isThrownBy(() -> ended.adjusted("a", terms(1, END), "补救", "tom", NOW));
        assertThatExceptionOfType(GoalProblem.Ended.class)
                .isThrownBy(() -> ended.ended("a", GoalStatus.ACHIEVED, "其实达成了"));
        assertThatExceptionOfType(GoalProblem.Unknown.class)
                .isThrownBy(() -> ended.ended("x", GoalStatus.ACHIEVED, "没有这个目标"));
    }

    @Test
    void aGoalIsDatedAndMeasured() {
        assertThatExceptionOfType(GoalProblem.DueBeforeBegun.class)
                .isThrownBy(() -> sheet.adjusted("a", terms(60, BEGIN.minusDays(1)), "提前", "tom", NOW));
        assertThatExceptionOfType(GoalProblem.DueBeforeBegun.class)
                .isThrownBy(() -> new GoalPlan(
                        "目标",
                        END,
                        Optional.empty(),
                        new GoalTerms("衡量", Optional.empty(), Optional.empty(), 1, BEGIN)));
        assertThatExceptionOfType(GoalProblem.TargetMissing.class)
                .isThrownBy(() ->
                        new GoalTerms("衡量", Optional.of(new IndicatorCode("sales-target")), Optional.empty(), 1, END));
    }

    @Test
    void aFullSheetLetsGoOfWhatEndedFirst() {
        var years = sheet;
        for (int i = 0; i < GoalSheetDocument.MOST_GOALS - 2; i++) {
            years = years.ended(i == 0 ? "b" : "g" + (i - 1), GoalStatus.ACHIEVED, "按时完成")
                    .with(goal("g" + i, 40));
        }
        years = years.ended("a", GoalStatus.ACHIEVED, "历时数年").with(goal("c", 1));
        assertThat(years.goals()).hasSize(GoalSheetDocument.MOST_GOALS);
        assertThat(years.find("b")).as("ended first").isEmpty();
        assertThat(years.find("g0")).as("ended after it").isPresent();

        var next = years.with(goal("d", 1));
        assertThat(next.goals()).hasSize(GoalSheetDocument.MOST_GOALS);
        assertThat(next.find("a")).as("set first and ended last").isPresent();
        assertThat(next.find("g0")).isEmpty();
        assertThat(next.find("g1")).isPresent();
    }

    @Test
    void aHistoryHasAnEnd() {
        var adjusted = sheet;
        for (int i = 0; i < GoalSheetDocument.MOST_ADJUSTMENTS; i++) {
            adjusted = adjusted.adjusted("a", terms(i % 60 + 1, END), "调整", "tom", NOW);
        }
        var full = adjusted;
        assertThatExceptionOfType(GoalProblem.TooMany.class)
                .isThrownBy(() -> full.adjusted("a", terms(1, END), "再调整", "tom", NOW));
    }

    private static Goal goal(String id, int weight) {
        return new Goal(id, "目标 " + id, BEGIN, null, terms(weight, END), GoalStatus.OPEN, List.of(), null);
    }

    private static Terms terms(int weight, LocalDate dueOn) {
        return new Terms("可以衡量", null, null, weight, dueOn);
    }
}
