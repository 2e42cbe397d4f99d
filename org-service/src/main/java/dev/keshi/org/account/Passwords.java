package dev.keshi.org.account;

/** Turns passwords into hashes that may be kept, and compares. */
interface Passwords {

    PasswordHash hash(NewPassword password);

    boolean matches(String typed, PasswordHash hash);

    /** Takes as long as {@link #matches} and finds nothing: for names that nobody has. */
    void matchNothing(String typed);
}
