package dev.keshi.org.account;

/** What a new password must not be (NIST SP 800-63B: length and a list of common ones, no rules of composition). */
public enum PasswordRule {
    /** Fewer than {@link NewPassword#SHORTEST} characters. */
    TOO_SHORT,
    /** More than {@link NewPassword#LONGEST} bytes in UTF-8, the most that bcrypt reads. */
    TOO_LONG,
    /** On the list of common passwords, or one of their plain variations. */
    COMMON,
    /** Contains the login name. */
    CONTAINS_LOGIN_NAME,
    /** One character repeated, or a run of neighbouring characters. */
    MONOTONOUS,
    /** The two entries differ. */
    NOT_REPEATED
}
