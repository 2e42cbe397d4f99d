package dev.keshi.risk.indicator;

/** Which indicator. */
public record IndicatorId(String value) {

    private static final int LONGEST = 64;

    public IndicatorId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("indicator id: " + value);
        }
    }
}
