package dev.keshi.performance.cycle;

import dev.keshi.performance.scoring.RaterKind;

/** Who rates is known from the appraisal alone. Of peers it is told to nobody, so whoever asks by this cannot ask about them. */
public enum NamedRater {
    SELF(RaterKind.SELF),
    SUPERIOR(RaterKind.SUPERIOR);

    private final RaterKind kind;

    NamedRater(RaterKind kind) {
        this.kind = kind;
    }

    RaterKind kind() {
        return kind;
    }
}
