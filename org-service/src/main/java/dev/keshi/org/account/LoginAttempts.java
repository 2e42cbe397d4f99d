package dev.keshi.org.account;

/**
 * Counts wrong passwords per login name, known or not, so that guessing ends and an answer tells nothing about who
 * exists.
 */
interface LoginAttempts {

    /**
     * Takes one attempt before the password is looked at, so that many at once cannot try more than the limit.
     *
     * @return false while the name is locked out
     */
    boolean admit(LoginName name);

    /** The password was right: counting starts again. */
    void succeeded(LoginName name);
}
