package dev.keshi.contracts.performance;

import dev.keshi.contracts.Confidential;
import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The value of an indicator with a target is another than was told before. Several causes within moments are told as one.
 *
 * @param personId whose value it is; absent of a department's, which is the mean of those who worked there when theirs moved last
 * @param departmentId that the person works in, or whose value it is; absent of somebody who works in none
 * @param before exact, as text; absent of the first one
 * @param after exact, as text; absent when nothing is known any more
 * @param people how many people have a value: one at most, or those of the department
 * @param causedBy id of the event that moved it last
 * @param better whether MORE or LESS of it is better; absent when nobody has said it, and in events from before it was told
 */
@EventContract(
        type = "keshi.performance.indicator-moved.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "indicator-value",
        key = "valueId",
        en = "The value of an indicator has moved.",
        zh = "指标值已变动。")
public record IndicatorMovedV1(
        String valueId,
        String indicator,
        @Nullable String personId,
        @Nullable String departmentId,
        LocalDate firstDay,
        LocalDate lastDay,
        @Confidential @Nullable String before,
        @Confidential @Nullable String after,

        @KnownValues({"PERCENT", "HOURS", "COUNT", "AS_IMPORTED"})
        String unit,

        @Confidential @Nullable String target,
        int people,
        String causedBy,
        @KnownValues({"MORE", "LESS"}) @Nullable String better)
        implements PublishedEvent {}
