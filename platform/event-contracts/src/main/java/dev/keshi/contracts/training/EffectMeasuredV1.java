package dev.keshi.contracts.training;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;

/**
 * What a course brought: the same indicator of the same person before and after. Told anew when an appraisal that counts before the known
 * one is heard of later, or one is published anew; what was told last holds.
 *
 * @param before points of the appraisal that was weak, 0.0 to 100.0 as text
 * @param after points of the appraisal of the earliest work after the course, published since, the same way
 * @param change after less before, as text
 */
@EventContract(
        type = "keshi.training.effect-measured.v1",
        topic = Topics.TRAINING,
        aggregate = "assignment",
        key = "assignmentId",
        en =
                "The indicator for which a course was assigned has been appraised again. What was told last of an assignment holds.",
        zh = "指派课程所针对的指标已再次考核，得出培训效果。同一指派以最后一次通知为准。")
public record EffectMeasuredV1(
        String assignmentId,
        String personId,
        String departmentId,
        String courseCode,
        String indicator,
        String beforeAppraisalId,
        @Confidential String before,
        String afterAppraisalId,
        @Confidential String after,
        @Confidential String change)
        implements PublishedEvent {}
