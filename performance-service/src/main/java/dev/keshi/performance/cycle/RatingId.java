package dev.keshi.performance.cycle;

/** Which rating. */
public record RatingId(String value) {

    private static final int LONGEST = 64;

    public RatingId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("rating id: " + value);
        }
    }
}
