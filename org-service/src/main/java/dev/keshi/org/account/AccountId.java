package dev.keshi.org.account;

import dev.keshi.messaging.Ids;

/** Identifies an account; derived from the person, so that a person has one account at most. */
public record AccountId(String value) {

    public static AccountId of(String personId) {
        return new AccountId(Ids.derived("account", personId));
    }
}
