package dev.keshi.training.evaluation;

/** How far the superior's rating is. */
public enum BehaviourStatus {
    /** It is too early to ask. */
    LATER,
    /** The superior is asked. */
    ASKED,
    RATED,
    /** Nobody rated in time, or there was nobody to ask. */
    LAPSED
}
