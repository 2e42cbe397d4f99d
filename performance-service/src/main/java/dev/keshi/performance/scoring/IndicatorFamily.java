package dev.keshi.performance.scoring;

/** What side of the work an indicator looks at (考核维度). */
public enum IndicatorFamily {
    /** 工作业绩 */
    RESULT,
    /** 工作能力 */
    ABILITY,
    /** 工作态度 */
    ATTITUDE,
    /** 职业素养 */
    CONDUCT,
    /** 学习能力 */
    LEARNING,
    /** 个人发展 */
    GROWTH
}
