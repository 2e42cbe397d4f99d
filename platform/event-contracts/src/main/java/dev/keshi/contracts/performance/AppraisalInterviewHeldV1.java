package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has talked with the person about what came out (绩效面谈). What was said stands in no event.
 *
 * @param heldOn by the enterprise's calendar
 * @param firstDay first day that is judged; absent in events from before it was told, as is the last
 */
@EventContract(
        type = "keshi.performance.appraisal-interview-held.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "appraisal",
        key = "appraisalId",
        en = "The interview on an appraisal was held; it can be signed from now on.",
        zh = "绩效面谈已进行，双方可以签字。")
public record AppraisalInterviewHeldV1(
        String appraisalId,
        String cycleId,
        String personId,
        LocalDate heldOn,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay)
        implements PublishedEvent {}
