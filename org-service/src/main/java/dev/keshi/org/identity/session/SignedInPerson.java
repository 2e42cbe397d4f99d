package dev.keshi.org.identity.session;

import dev.keshi.org.account.AccountId;
import dev.keshi.org.account.SignedInAccount;
import java.time.Instant;

/**
 * Who signed in, when, and under which sign-in epoch of the account.
 *
 * @param sid names the session to clients, which must not know the cookie
 */
public record SignedInPerson(AccountId account, String personId, String sid, Instant at, long signInEpoch) {

    public static SignedInPerson of(SignedInAccount account, String sid, Instant at) {
        return new SignedInPerson(account.id(), account.personId(), sid, at, account.signInEpoch());
    }

    /** False once the password was changed or the account locked or closed since. */
    public boolean stillHolds(SignedInAccount account) {
        return account.personId().equals(personId) && account.signInEpoch() == signInEpoch;
    }
}
