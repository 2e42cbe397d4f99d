package dev.keshi.risk.round;

/** Which identification round. */
public record RoundId(String value) {

    private static final int LONGEST = 64;

    public RoundId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("round id: " + value);
        }
    }
}
