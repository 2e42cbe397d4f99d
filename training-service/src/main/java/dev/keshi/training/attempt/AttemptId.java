package dev.keshi.training.attempt;

/** Which attempt. */
public record AttemptId(String value) {

    private static final int LONGEST = 64;

    public AttemptId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("attempt id: " + value);
        }
    }
}
