package dev.keshi.training.quiz;

/** How a question is answered. */
public enum QuestionKind {
    /** Exactly one choice is right. */
    SINGLE_CHOICE,
    /** One choice or several are right; all of them and no other must be named. */
    MULTIPLE_CHOICE,
    /** Answered by {@link Question#TRUE} or {@link Question#FALSE}. */
    TRUE_FALSE
}
