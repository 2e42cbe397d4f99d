package dev.keshi.org.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String RIGHT = "correct horse battery";

    private final CountingHash function = new CountingHash();
    private final Passwords passwords = new BoundedPasswords(function, () -> "nobody", 2);
    private final OneAccount accounts = new OneAccount();
    private final CountedAttempts attempts = new CountedAttempts(3);
    private final SignIn signIn = new SignIn(accounts, passwords, attempts);

    @Test
    void theRightPasswordOpensTheAccountAndForgetsTheWrongOnes() {
        signIn.withPassword("ann", "wrong");
        signIn.withPassword("ann", "wrong");

        assertThat(signIn.withPassword(" Ann ", RIGHT)).isPresent();
        assertThat(signIn.withPassword("ann", "wrong")).isEmpty();
        assertThat(signIn.withPassword("ann", RIGHT)).isPresent();
    }

    @Test
    void afterTooManyAttemptsNotEvenTheRightPasswordIsLookedAt() {
        for (int attempt = 0; attempt < 3; attempt++) {
            signIn.withPassword("ann", "wrong");
        }

        assertThat(signIn.withPassword("ann", RIGHT)).isEmpty();
        assertThatThrownBy(() -> signIn.requirePassword(accounts.account, RIGHT))
                .isInstanceOf(AccountProblem.WrongPassword.class);
    }

    @Test
    void everyRefusalCostsTheSameWork() {
        assertThat(workOf("ann", "wrong")).isEqualTo(1);
        assertThat(workOf("nobody", "wrong")).isEqualTo(1);
        assertThat(workOf("<not a name>", "wrong")).isEqualTo(1);
        workOf("ann", "wrong");
        workOf("ann", "wrong");
        assertThat(workOf("ann", RIGHT)).as("of a name that is locked out").isEqualTo(1);
        accounts.account = accounts.account.lock();
        assertThat(workOf("ann", RIGHT)).isEqualTo(1);
        assertThat(signIn.withPassword("ann", RIGHT)).isEmpty();
    }

    @Test
    void whatIsTooLongToBeAPasswordIsNotOne() {
        assertThat(signIn.withPassword("ann", RIGHT + "!".repeat(1_000_000))).isEmpty();
    }

    private int workOf(String name, String password) {
        int before = function.calls;
        assertThat(signIn.withPassword(name, password)).isEmpty();
        return function.calls - before;
    }

    /** Plain text, and how often it was asked. */
    private static final class CountingHash implements SlowHash {
        int calls;

        @Override
        public String hash(String password) {
            calls++;
            return "{plain}" + password;
        }

        @Override
        public boolean matches(String password, String encoded) {
            calls++;
            return encoded.equals("{plain}" + password);
        }
    }

    private static final class CountedAttempts implements LoginAttempts {
        private final int limit;
        private final Map<LoginName, Integer> counted = new HashMap<>();

        CountedAttempts(int limit) {
            this.limit = limit;
        }

        @Override
        public boolean admit(LoginName name) {
            return counted.merge(name, 1, Integer::sum) <= limit;
        }

        @Override
        public void succeeded(LoginName name) {
            counted.remove(name);
        }
    }

    private static final class OneAccount implements Accounts {
        Account account = Account.invite("p-1", new LoginName("ann"), Set.of(Role.EMPLOYEE))
                .handOut(new AccountLink(SecretHash.of("s".repeat(43)), Instant.MAX))
                .accept(
                        new LinkToken(AccountId.of("p-1"), "s".repeat(43)),
                        new PasswordHash("{plain}" + RIGHT),
                        Instant.EPOCH);

        @Override
        public Optional<Versioned<Account>> find(AccountId id) {
            return Optional.of(new Versioned<>(id.value(), 1, account));
        }

        @Override
        public Optional<Account> findByLoginName(LoginName loginName) {
            return Optional.of(account).filter(found -> found.loginName().equals(loginName));
        }

        @Override
        public Versioned<Account> create(CommandContext context, Account created) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void createMissing(CommandContext context, List<Account> created) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Versioned<Account> change(CommandContext context, AccountId id, UnaryOperator<Account> transition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean anyAdministrator() {
            return false;
        }

        @Override
        public Map<String, String> owners(Collection<String> loginNames) {
            return Map.of();
        }

        @Override
        public List<Versioned<Account>> list(AccountFilter filter, Optional<String> after, int limit) {
            return new ArrayList<>();
        }
    }
}
