package dev.keshi.org.account;

import java.util.Optional;

/** The door for proving by a password who one is. */
public final class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginAttempts attempts;

    SignIn(Accounts accounts, Passwords passwords, LoginAttempts attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * The account that this password opens. Empty for a wrong password, a name nobody has, an account that may not sign
     * in and a name with too many attempts: the caller cannot tell which, neither by the answer nor by the time it
     * takes.
     */
    public Optional<SignedInAccount> withPassword(String typedName, String typedPassword) {
        var name = LoginName.typed(typedName);
        if (name.isEmpty()) {
            passwords.matchNothing(typedPassword);
            return Optional.empty();
        }
        if (!attempts.admit(name.get())) {
            passwords.matchNothing(typedPassword);
            return Optional.empty();
        }
        var account = accounts.findByLoginName(name.get());
        if (account.isEmpty()) {
            passwords.matchNothing(typedPassword);
            return Optional.empty();
        }
        if (!opens(account.get(), typedPassword)) {
            return Optional.empty();
        }
        attempts.succeeded(name.get());
        return account.map(SignedInAccount::of);
    }

    /** @throws AccountProblem.WrongPassword also when too many attempts were made */
    void requirePassword(Account account, String typedPassword) {
        if (!attempts.admit(account.loginName())) {
            passwords.matchNothing(typedPassword);
            throw new AccountProblem.WrongPassword();
        }
        if (!opens(account, typedPassword)) {
            throw new AccountProblem.WrongPassword();
        }
        attempts.succeeded(account.loginName());
    }

    private boolean opens(Account account, String typedPassword) {
        var hash = account.password();
        if (hash.isEmpty()) {
            passwords.matchNothing(typedPassword);
            return false;
        }
        return passwords.matches(typedPassword, hash.get());
    }
}
