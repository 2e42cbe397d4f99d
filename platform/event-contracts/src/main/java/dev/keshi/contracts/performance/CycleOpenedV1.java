package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle (考核周期) has an appraisal for each person of its population, and rating has begun.
 *
 * @param firstDay first day that is judged
 * @param lastDay last day that is judged
 * @param populationOn whoever was employed on this day is judged
 * @param appraisals how many
 * @param families of indicators, those that a partial cycle judges; absent where it judges all, and in events from before it was told
 */
@EventContract(
        type = "keshi.performance.cycle-opened.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "cycle",
        key = "cycleId",
        en = "An appraisal cycle has begun: everybody of its population can be rated.",
        zh = "考核周期已启动，可以开始评价。")
public record CycleOpenedV1(
        String cycleId,
        String name,

        @KnownValues({"MONTHLY", "QUARTERLY", "HALF_YEARLY", "ANNUAL"})
        String kind,

        @KnownValues({"PARTIAL", "COMPREHENSIVE"}) String extent,
        LocalDate firstDay,
        LocalDate lastDay,
        LocalDate populationOn,
        long appraisals,

        @KnownValues({"RESULT", "ABILITY", "ATTITUDE", "CONDUCT", "LEARNING", "GROWTH"}) @Nullable
        List<String> families)
        implements PublishedEvent {

    public CycleOpenedV1 {
        families = families == null ? null : List.copyOf(families);
    }
}
