package dev.keshi.workflow.engine;

import java.util.Locale;

/** How a step or an instance was decided. */
public enum Outcome {
    APPROVED,
    REJECTED;

    /** As conditions read it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
