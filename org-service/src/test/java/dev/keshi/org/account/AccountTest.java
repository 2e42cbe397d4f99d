package dev.keshi.org.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.AccountLockedV1;
import dev.keshi.contracts.org.AccountUnlockedV1;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final PasswordHash PASSWORD = new PasswordHash("{plain}one");
    private static final PasswordHash ANOTHER = new PasswordHash("{plain}another");
    private static final String SECRET = "s".repeat(43);

    private final Account invited = Account.invite("p-1", new LoginName("ann"), Set.of(Role.EMPLOYEE));

    @Test
    void aPersonHasOneAccountAtMost() {
        assertThat(Account.invite("p-1", new LoginName("other"), Set.of(Role.EMPLOYEE))
                        .id())
                .isEqualTo(invited.id());
    }

    @Test
    void anInvitedAccountHasNoPasswordToSignInWith() {
        assertThat(invited.password()).isEmpty();
        assertThat(SignedInAccount.whenActive(invited)).isEmpty();
    }

    @Test
    void acceptingTheLinkSetsThePasswordAndUsesTheLinkUp() {
        var handedOut = handedOut(invited);

        var active = handedOut.accept(token(SECRET), PASSWORD, NOW);

        assertThat(active.password()).contains(PASSWORD);
        assertThat(active.news().getLast()).isInstanceOf(AccountEvent.Activated.class);
        assertRefused(AccountProblem.LinkNotValid.class, () -> active.accept(token(SECRET), ANOTHER, NOW));
    }

    @Test
    void aLinkIsNoGoodWhenItIsWrongExpiredOrReplaced() {
        var handedOut = handedOut(invited);
        var replaced = handedOut.handOut(new AccountLink(SecretHash.of("t".repeat(43)), NOW.plusSeconds(60)));

        assertRefused(AccountProblem.LinkNotValid.class, () -> handedOut.accept(token("x".repeat(43)), PASSWORD, NOW));
        assertRefused(
                AccountProblem.LinkNotValid.class,
                () -> handedOut.accept(token(SECRET), PASSWORD, NOW.plus(Duration.ofMinutes(1))));
        assertRefused(AccountProblem.LinkNotValid.class, () -> replaced.accept(token(SECRET), PASSWORD, NOW));
        assertRefused(AccountProblem.LinkNotValid.class, () -> invited.accept(token(SECRET), PASSWORD, NOW));
    }

    @Test
    void aLinkOfALockedOrClosedAccountOpensNothing() {
        assertRefused(
                AccountProblem.LinkNotValid.class,
                () -> handedOut(invited).lock().accept(token(SECRET), PASSWORD, NOW));
        assertRefused(
                AccountProblem.LinkNotValid.class,
                () -> handedOut(invited).close().accept(token(SECRET), PASSWORD, NOW));
        assertRefused(
                AccountProblem.LinkNotValid.class,
                () -> handedOut(invited).lock().unlock().accept(token(SECRET), PASSWORD, NOW));
    }

    @Test
    void aForgottenPasswordIsReplacedThroughALink() {
        var reset = handedOut(active()).accept(token(SECRET), ANOTHER, NOW);

        assertThat(reset.password()).contains(ANOTHER);
        assertThat(reset.signInEpoch()).isGreaterThan(active().signInEpoch());
        assertThat(reset.news().getLast()).isInstanceOf(AccountEvent.PasswordChanged.class);
    }

    @Test
    void everyChangeOfRightsRaisesThePermissionEpoch() {
        var account = active();

        assertThat(account.changeRoles(Set.of(Role.HR)).permissionEpoch()).isEqualTo(account.permissionEpoch() + 1);
        assertThat(account.changePassword(ANOTHER).permissionEpoch()).isEqualTo(account.permissionEpoch() + 1);
        assertThat(account.lock().permissionEpoch()).isEqualTo(account.permissionEpoch() + 1);
        assertThat(account.lock().unlock().permissionEpoch()).isEqualTo(account.permissionEpoch() + 2);
        assertThat(account.close().permissionEpoch()).isEqualTo(account.permissionEpoch() + 1);
        assertThat(account.changeRoles(account.roles())).isEqualTo(account);
    }

    @Test
    void sessionsEndWithThePasswordAndTheLockButNotWithARole() {
        var account = active();

        assertThat(account.changeRoles(Set.of(Role.HR)).signInEpoch()).isEqualTo(account.signInEpoch());
        assertThat(account.changePassword(ANOTHER).signInEpoch()).isGreaterThan(account.signInEpoch());
        assertThat(account.lock().unlock().signInEpoch()).isGreaterThan(account.signInEpoch());
    }

    @Test
    void aLockedAccountHasNoRightsAndGetsItsOwnBack() {
        var locked = active().lock();

        assertThat(locked.password()).isEmpty();
        assertThat(published(locked))
                .isEqualTo(new AccountLockedV1(locked.id().value(), "p-1", List.of(), locked.permissionEpoch()));
        assertThat(locked.unlock().password()).contains(PASSWORD);
        assertThat(published(locked.unlock()))
                .isEqualTo(new AccountUnlockedV1(
                        locked.id().value(), "p-1", List.of("EMPLOYEE"), locked.permissionEpoch() + 1));
        assertRefused(AccountProblem.Locked.class, locked::lock);
        assertRefused(AccountProblem.NotLocked.class, () -> active().unlock());
    }

    @Test
    void anInvitedAccountThatWasLockedIsInvitedAgain() {
        assertThat(invited.lock().unlock().status()).isInstanceOf(AccountStatus.Invited.class);
    }

    @Test
    void aClosedAccountStaysClosed() {
        var closed = active().close();

        assertRefused(AccountProblem.Closed.class, closed::lock);
        assertRefused(AccountProblem.Closed.class, closed::unlock);
        assertRefused(AccountProblem.Closed.class, closed::close);
        assertRefused(AccountProblem.Closed.class, () -> closed.changeRoles(Set.of(Role.HR)));
        assertRefused(AccountProblem.Closed.class, () -> closed.changePassword(ANOTHER));
        assertRefused(AccountProblem.Closed.class, () -> handedOut(closed));
    }

    @Test
    void whatIsKeptIsReadBackWhateverTheState() {
        for (var account : List.of(
                invited,
                handedOut(invited),
                active(),
                handedOut(active()),
                active().lock(),
                invited.lock(),
                active().close())) {
            var read = AccountDocument.of(account).toAccount(account.id().value());
            assertThat(read).usingRecursiveComparison().ignoringFields("news").isEqualTo(account);
        }
    }

    @Test
    void aProgramsRoleIsNotForPeople() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Account.invite("p-1", new LoginName("ann"), Set.of(Role.INTEGRATION)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Account.invite("p-1", new LoginName("ann"), Set.of()));
    }

    private Account active() {
        return handedOut(invited).accept(token(SECRET), PASSWORD, NOW);
    }

    private static Account handedOut(Account account) {
        return account.handOut(new AccountLink(SecretHash.of(SECRET), NOW.plusSeconds(60)));
    }

    private LinkToken token(String secret) {
        return new LinkToken(invited.id(), secret);
    }

    private static PublishedEvent published(Account account) {
        return AccountEventTranslator.publish(account.news()).getLast();
    }

    private static void assertRefused(
            Class<? extends AccountProblem> problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatExceptionOfType(problem).isThrownBy(what);
    }
}
