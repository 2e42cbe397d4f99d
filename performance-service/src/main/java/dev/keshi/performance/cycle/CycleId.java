package dev.keshi.performance.cycle;

/** Which cycle. */
public record CycleId(String value) {

    private static final int LONGEST = 64;

    public CycleId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("cycle id: " + value);
        }
    }
}
