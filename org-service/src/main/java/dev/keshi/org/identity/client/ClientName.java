package dev.keshi.org.identity.client;

/** What people call a program: 1 to 100 characters. */
public record ClientName(String value) {

    public static final int LONGEST = 100;

    public ClientName {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException("client name of " + value.length() + " characters");
        }
    }
}
