package dev.keshi.performance.cycle;

/**
 * What is waited for about a published appraisal: first that somebody talks about it with the person, then that whoever has done so signs. Each is
 * one person's, and is passed on when that one has left.
 */
public enum AppraisalDuty {
    /** The superior's, unless it is passed on. */
    INTERVIEW,
    /** That of whoever held the interview, unless it is passed on. */
    SIGNATURE
}
