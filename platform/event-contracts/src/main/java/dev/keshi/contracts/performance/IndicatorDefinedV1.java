package dev.keshi.contracts.performance;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import org.jspecify.annotations.Nullable;

/**
 * An indicator (指标) is measured from now on; its formula never changes.
 *
 * @param nameEn absent when it has no English name
 * @param limitHours how long is in time; absent when the formula has no limit
 * @param period how long what is measured at once lasts
 * @param target as decimal text; absent when there is none
 * @param better whether MORE or LESS of it is better; absent when nobody has said it, and in events from before it was told
 */
@EventContract(
        type = "keshi.performance.indicator-defined.v1",
        topic = Topics.PERFORMANCE,
        aggregate = "indicator",
        key = "code",
        en = "An indicator is measured from now on; its formula never changes.",
        zh = "指标已定义并开始计量，计算公式不再变更。")
public record IndicatorDefinedV1(
        String code,
        String name,
        @Nullable String nameEn,

        @KnownValues({"APPROVALS", "REQUESTS", "WORK_ITEMS", "FIGURES", "COURSES"})
        String source,

        @KnownValues({
            "IN_TIME",
            "ON_TIME",
            "RIGHT_FIRST_TIME",
            "DURATION",
            "COUNT",
            "RATIO",
            "MEAN",
            "SUM",
            "GROWTH",
            "FORECAST_ACCURACY",
            "COMPLEMENT"
        })
        String formula,

        @Nullable Integer limitHours,

        @KnownValues({"PERCENT", "HOURS", "COUNT", "AS_IMPORTED"})
        String unit,

        @KnownValues({"MONTH", "QUARTER", "HALF_YEAR", "YEAR"})
        String period,

        @Nullable String target,
        @KnownValues({"MORE", "LESS"}) @Nullable String better)
        implements PublishedEvent {}
