package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * A person is going to be appraised. Who rates the person is nobody else's business and stands in no event.
 *
 * @param departmentId where the person worked on the day of the population
 */
@EventContract(
        type = "keshi.performance.appraisal-opened.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "appraisal",
        key = "appraisalId",
        en = "A person is appraised in a cycle.",
        zh = "人员已纳入考核。")
public record AppraisalOpenedV1(String appraisalId, String cycleId, String personId, String departmentId)
        implements PublishedEvent {}
