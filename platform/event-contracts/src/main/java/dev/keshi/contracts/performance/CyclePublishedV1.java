package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All grades of a cycle are published; none of them changes silently from now on.
 *
 * @param unscored people of whom nothing counted, who have no grade
 * @param families of indicators, those that a partial cycle judges; absent where it judges all, and in events from before it was told
 */
@EventContract(
        type = "keshi.performance.cycle-published.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "cycle",
        key = "cycleId",
        en = "All grades of an appraisal cycle are published.",
        zh = "考核周期的全部等级已公布。")
public record CyclePublishedV1(
        String cycleId,
        String name,

        @KnownValues({"MONTHLY", "QUARTERLY", "HALF_YEARLY", "ANNUAL"})
        String kind,

        @KnownValues({"PARTIAL", "COMPREHENSIVE"}) String extent,
        LocalDate firstDay,
        LocalDate lastDay,
        long excellent,
        long good,
        long pass,
        long fail,
        long unscored,

        @KnownValues({"RESULT", "ABILITY", "ATTITUDE", "CONDUCT", "LEARNING", "GROWTH"}) @Nullable
        List<String> families)
        implements PublishedEvent {

    public CyclePublishedV1 {
        families = families == null ? null : List.copyOf(families);
    }
}
