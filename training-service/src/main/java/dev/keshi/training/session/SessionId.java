package dev.keshi.training.session;

/** Which session. */
public record SessionId(String value) {

    private static final int LONGEST = 64;

    public SessionId {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("session id: " + value);
        }
    }
}
