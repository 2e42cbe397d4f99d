package dev.keshi.performance.cycle;

/** How much of the work is judged: 部分 or 全面. */
public enum CycleExtent {
    PARTIAL,
    COMPREHENSIVE
}
