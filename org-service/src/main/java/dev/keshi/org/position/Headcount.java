package dev.keshi.org.position;

/** Approved number of holders of a position (编制), 0 to 1,000,000. */
public record Headcount(int holders) {

    public static final int MOST = 1_000_000;

    public Headcount {
        if (holders < 0 || holders > MOST) {
            throw new IllegalArgumentException("headcount: " + holders);
        }
    }
}
