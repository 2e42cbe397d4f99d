package dev.keshi.contracts.performance;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cycle was called off before anything of it was published: what it asked for is not wanted any more, and its appraisals come to nothing.
 *
 * @param firstDay first day that would have been judged
 * @param lastDay last day that would have been judged
 * @param appraisals how many were opened; 0 where it was only planned
 * @param reason what personnel gave as reason, in their own words
 * @param families of indicators, those that a partial cycle judges; absent where it judges all, and in events from before it was told
 */
@EventContract(
        type = "keshi.performance.cycle-cancelled.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "cycle",
        key = "cycleId",
        en = "An appraisal cycle was called off, for a reason.",
        zh = "考核周期已说明理由并取消。")
public record CycleCancelledV1(
        String cycleId,
        String name,

        @KnownValues({"MONTHLY", "QUARTERLY", "HALF_YEARLY", "ANNUAL"})
        String kind,

        @KnownValues({"PARTIAL", "COMPREHENSIVE"}) String extent,
        LocalDate firstDay,
        LocalDate lastDay,
        long appraisals,
        @Confidential String reason,

        @KnownValues({"RESULT", "ABILITY", "ATTITUDE", "CONDUCT", "LEARNING", "GROWTH"}) @Nullable
        List<String> families)
        implements PublishedEvent {

    public CycleCancelledV1 {
        families = families == null ? null : List.copyOf(families);
    }
}
