package dev.keshi.performance.scoring;

/** The three views of a person's work: 自评, 上级评估, 同事评估. */
public enum RaterKind {
    SELF,
    SUPERIOR,
    PEER
}
