package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * Nobody has to talk with the person about what came out any more: that one has left before the interview was held. It may still be held, by
 * whoever may hold it.
 */
@EventContract(
        type = "keshi.performance.appraisal-interview-lapsed.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "appraisal",
        key = "appraisalId",
        en = "The interview on an appraisal is waited for no more, because the person has left.",
        zh = "被考核人已离职，不再等待绩效面谈。")
public record AppraisalInterviewLapsedV1(String appraisalId, String cycleId, String personId)
        implements PublishedEvent {}
