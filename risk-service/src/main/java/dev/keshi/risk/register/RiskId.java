package dev.keshi.risk.register;

/** Which risk. */
public record RiskId(String value) {

    private static final int LONGEST = 64;

    public RiskId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("risk id: " + value);
        }
    }
}
