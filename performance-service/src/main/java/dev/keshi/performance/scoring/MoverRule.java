package dev.keshi.performance.scoring;

/** How somebody is judged who changed the position within the period. */
public enum MoverRule {
    /** In each position by its own template, each by its days. */
    PRO_RATA,
    /** In the position held last, of those that were held long enough. */
    POSITION_AT_END
}
