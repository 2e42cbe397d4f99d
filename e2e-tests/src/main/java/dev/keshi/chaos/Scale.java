package dev.keshi.chaos;

/** How much is tried: a little before every change, an evening's worth each night, everything before a release. */
public enum Scale {
    /** A part of every test run. */
    CUT,
    /** At most twelve minutes on two cores. */
    SHORT,
    /** The counts that were promised; hours. */
    FULL;

    int of(int cut, int brief, int full) {
        return switch (this) {
            case CUT -> cut;
            case SHORT -> brief;
            case FULL -> full;
        };
    }
}
