package dev.keshi.contracts.training;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;

/**
 * What a course brought: the figure of the same indicator of the same person in a period before and in one after, in its own unit. Points
 * of appraisals are told by {@link EffectMeasuredV1}. Told anew when an earlier period is heard of later, or the figure has moved since; what
 * was told last holds.
 *
 * @param better whether MORE or LESS of it is better
 * @param before the figure of the period that was weak; exact, as text
 * @param after the figure of the first period of which at least half came with the course or later, the same way
 * @param change after less before, as text
 * @param improved whether the change is for the better
 */
@EventContract(
        type = "keshi.training.figure-effect-measured.v1",
        topic = Topics.TRAINING,
        aggregate = "assignment",
        key = "assignmentId",
        en =
                "The figure of the indicator for which a course was assigned is known of a period after it. What was told last of an assignment holds.",
        zh = "指派课程所针对的指标，培训之后时段的指标值已得出。同一指派以最后一次通知为准。")
public record FigureEffectMeasuredV1(
        String assignmentId,
        String personId,
        String departmentId,
        String courseCode,
        String indicator,

        @KnownValues({"PERCENT", "HOURS", "COUNT", "AS_IMPORTED"})
        String unit,

        @KnownValues({"MORE", "LESS"}) String better,
        LocalDate beforeFirstDay,
        LocalDate beforeLastDay,
        @Confidential String before,
        LocalDate afterFirstDay,
        LocalDate afterLastDay,
        @Confidential String after,
        @Confidential String change,
        boolean improved)
        implements PublishedEvent {}
