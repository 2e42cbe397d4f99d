package dev.keshi.risk.indicator;

/** Which early warning. */
public record WarningId(String value) {

    private static final int LONGEST = 80;

    public WarningId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("warning id: " + value);
        }
    }
}
