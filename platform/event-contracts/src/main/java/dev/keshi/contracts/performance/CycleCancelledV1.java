package dev.keshi.contracts.performance;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * A cycle was called off before anything of it was published: what it asked for is not wanted any more, and its appraisals come to nothing.
 *
 * @param firstDay first day that would have been judged
 * @param lastDay last day that would have been judged
 * @param appraisals how many were opened; 0 where it was only planned
 * @param reason what personnel gave as reason, in their own words
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
        @Confidential String reason)
        implements PublishedEvent {}
