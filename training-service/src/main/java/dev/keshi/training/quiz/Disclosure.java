package dev.keshi.training.quiz;

/** When somebody who took the quiz is shown which answers were right; never before the attempt is over. */
public enum Disclosure {
    NEVER,
    /** After an attempt that was passed. */
    WHEN_PASSED,
    /** After every attempt. */
    WHEN_OVER
}
