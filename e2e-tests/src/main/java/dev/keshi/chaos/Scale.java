package dev.keshi.chaos;

import java.time.Duration;
import java.util.Optional;

/** How much is tried: a little before every change, an evening's worth each night, everything before a release. */
public enum Scale {
    /** A part of every test run. */
    CUT(Optional.of(Duration.ofMinutes(5))),
    SHORT(Optional.of(Duration.ofMinutes(12))),
    /** The counts that were promised; hours. */
    FULL(Optional.empty());

    private final Optional<Duration> goal;

    Scale(Optional<Duration> goal) {
        this.goal = goal;
    }

    /** How long the whole of it may take on two cores that do nothing else. */
    Optional<Duration> goal() {
        return goal;
    }

    int of(int cut, int brief, int full) {
        return switch (this) {
            case CUT -> cut;
            case SHORT -> brief;
            case FULL -> full;
        };
    }
}
