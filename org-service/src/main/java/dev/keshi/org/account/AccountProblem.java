package dev.keshi.org.account;

import java.util.List;

/** Why an account did not do what was asked. Nothing was changed. */
public abstract sealed class AccountProblem extends RuntimeException {

    private AccountProblem(String message) {
        super(message, null, false, false);
    }

    public static final class NotFound extends AccountProblem {
        public NotFound(AccountId id) {
            super("no account " + id.value());
        }
    }

    /** The login name belongs to another account. */
    public static final class LoginNameTaken extends AccountProblem {
        public LoginNameTaken() {
            super("login name taken");
        }
    }

    /** A person has one account. */
    public static final class AccountExists extends AccountProblem {
        public AccountExists() {
            super("account exists");
        }
    }

    /** There is no such person, or the person has left. */
    public static final class NobodyToInvite extends AccountProblem {
        public NobodyToInvite() {
            super("nobody to invite");
        }
    }

    /** The link is unknown, used, replaced by a newer one or expired; which of these, is nobody's business. */
    public static final class LinkNotValid extends AccountProblem {
        public LinkNotValid() {
            super("link not valid");
        }
    }

    /** The current password was not given correctly, or too many attempts were made. */
    public static final class WrongPassword extends AccountProblem {
        public WrongPassword() {
            super("wrong password");
        }
    }

    /** The new password breaks a rule. */
    public static final class PasswordRefused extends AccountProblem {
        private final PasswordRule rule;

        public PasswordRefused(PasswordRule rule) {
            super("password refused: " + rule);
            this.rule = rule;
        }

        public PasswordRule rule() {
            return rule;
        }
    }

    /** An invitation is for an account that has no password yet. */
    public static final class NotInvited extends AccountProblem {
        public NotInvited() {
            super("not in state invited");
        }
    }

    /** Only an active account has a password to reset or change. */
    public static final class NotActive extends AccountProblem {
        public NotActive() {
            super("not in state active");
        }
    }

    public static final class Locked extends AccountProblem {
        public Locked() {
            super("locked");
        }
    }

    public static final class NotLocked extends AccountProblem {
        public NotLocked() {
            super("not locked");
        }
    }

    public static final class Closed extends AccountProblem {
        public Closed() {
            super("closed");
        }
    }

    /** One may grant, take away and hand out access to only what one holds. */
    public static final class RolesNotHeld extends AccountProblem {
        private final List<String> roles;

        public RolesNotHeld(List<String> roles) {
            super("roles not held: " + roles);
            this.roles = List.copyOf(roles);
        }

        public List<String> roles() {
            return roles;
        }
    }

    /** Nobody takes their own administration away, so that somebody is always left who can give it back. */
    public static final class OwnAccount extends AccountProblem {
        public OwnAccount() {
            super("own account");
        }
    }

    /** Too many passwords are being checked at this moment. */
    public static final class Busy extends AccountProblem {
        public Busy() {
            super("too many password checks at once");
        }
    }
}
