package dev.keshi.performance.indicator;

import static dev.keshi.performance.indicator.Source.APPROVALS;
import static dev.keshi.performance.indicator.Source.COURSES;
import static dev.keshi.performance.indicator.Source.FIGURES;
import static dev.keshi.performance.indicator.Source.REQUESTS;
import static dev.keshi.performance.indicator.Source.WORK_ITEMS;

import dev.keshi.performance.indicator.Formula.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Indicators of the handbook; targets where it gives none are ours. */
final class BundledIndicators {

    private static final int ONE_DAY = 24;

    static final List<IndicatorDefinition> ALL = List.of(
            indicator("approvals-in-time", "审批按时率", "Approvals in time", APPROVALS, Kind.IN_TIME, ONE_DAY, 90),
            indicator("approval-duration", "审批平均用时", "Time to decide", APPROVALS, Kind.DURATION, null, ONE_DAY),
            indicator("approval-volume", "审批工作量", "Approvals decided", APPROVALS, Kind.COUNT, null, null),
            indicator(
                    "request-accuracy",
                    "申请材料准确率",
                    "Requests right first time",
                    REQUESTS,
                    Kind.RIGHT_FIRST_TIME,
                    null,
                    95),
            indicator("tasks-on-time", "工作按期完成率", "Work done on time", WORK_ITEMS, Kind.ON_TIME, null, 90),
            indicator(
                    "tasks-right-first-time",
                    "工作一次验收通过率",
                    "Work right first time",
                    WORK_ITEMS,
                    Kind.RIGHT_FIRST_TIME,
                    null,
                    95),
            indicator("task-duration", "工作平均用时", "Time to do work", WORK_ITEMS, Kind.DURATION, null, null),
            indicator("task-volume", "完成工作量", "Work done", WORK_ITEMS, Kind.COUNT, null, null),
            indicator("training-on-time", "培训按期完成率", "Training done on time", COURSES, Kind.ON_TIME, null, 95),
            indicator("courses-learned", "完成培训课程数", "Courses learned", COURSES, Kind.COUNT, null, null),
            indicator("sales-target", "销售目标达成率", "Sales target met", FIGURES, Kind.RATIO, null, 100, Better.MORE),
            indicator(
                    "customer-satisfaction",
                    "客户满意度",
                    "Customer satisfaction",
                    FIGURES,
                    Kind.MEAN,
                    null,
                    90,
                    Better.MORE),
            // Of a month: it is the growth against the last one.
            indicator(
                    "sales-growth",
                    "月销售额增长率",
                    "Sales growth",
                    FIGURES,
                    Kind.GROWTH,
                    null,
                    null,
                    Better.MORE,
                    IndicatorPeriod.MONTH),
            indicator("forecast-accuracy", "销售预测准确率", "Forecast accuracy", FIGURES, Kind.FORECAST_ACCURACY, null, 90),
            indicator("reimbursement-accuracy", "报销准确率", "Reimbursement accuracy", FIGURES, Kind.COMPLEMENT, null, 98),
            indicator("compliance", "合规率", "Compliance", FIGURES, Kind.COMPLEMENT, null, 95),
            indicator("document-accuracy", "文件准确率", "Document accuracy", FIGURES, Kind.RATIO, null, 98, Better.MORE),
            indicator("defect-rate", "产品缺陷率", "Product defect rate", FIGURES, Kind.RATIO, null, 1, Better.LESS),
            indicator("system-availability", "系统可用性", "System availability", FIGURES, Kind.MEAN, null, 99, Better.MORE),
            indicator(
                    "ideas-realised",
                    "改进建议落实数",
                    "Improvement ideas realised",
                    FIGURES,
                    Kind.SUM,
                    null,
                    null,
                    Better.MORE));

    private BundledIndicators() {}

    /** The formula says which way is the good one, or nobody does: more work done is no better work. */
    private static IndicatorDefinition indicator(
            String code,
            String name,
            String nameEn,
            Source source,
            Kind kind,
            @Nullable Integer limitHours,
            @Nullable Integer target) {
        return indicator(code, name, nameEn, source, kind, limitHours, target, null);
    }

    private static IndicatorDefinition indicator(
            String code,
            String name,
            String nameEn,
            Source source,
            Kind kind,
            @Nullable Integer limitHours,
            @Nullable Integer target,
            @Nullable Better better) {
        return indicator(code, name, nameEn, source, kind, limitHours, target, better, IndicatorPeriod.QUARTER);
    }

    private static IndicatorDefinition indicator(
            String code,
            String name,
            String nameEn,
            Source source,
            Kind kind,
            @Nullable Integer limitHours,
            @Nullable Integer target,
            @Nullable Better better,
            IndicatorPeriod period) {
        return new IndicatorDefinition(
                new IndicatorCode(code),
                name,
                Optional.of(nameEn),
                new Formula(source, kind, limitHours),
                period,
                Optional.ofNullable(target).map(value -> BigDecimal.valueOf(value)),
                Optional.ofNullable(better));
    }
}
