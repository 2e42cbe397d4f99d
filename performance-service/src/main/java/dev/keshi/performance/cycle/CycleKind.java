package dev.keshi.performance.cycle;

/** How long a cycle is: 月度, 季度, 半年, 年度. */
public enum CycleKind {
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    ANNUAL
}
