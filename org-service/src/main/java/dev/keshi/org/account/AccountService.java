package dev.keshi.org.account;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import dev.keshi.service.time.RealTime;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The door for changing accounts. */
@Service
public class AccountService implements Invitations, Leavers {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final AccountProperties settings;
    private final Secrets secrets;
    private final Clock clock;

    AccountService(
            Accounts accounts,
            Passwords passwords,
            SignIn signIn,
            AccountProperties settings,
            Secrets secrets,
            RealTime time) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.settings = settings;
        this.secrets = secrets;
        this.clock = time.clock();
    }

    @Override
    public void inviteAll(CommandContext context, List<Invitation> invitations) {
        accounts.createMissing(
                context, invitations.stream().map(AccountService::invited).toList());
    }

    private static Account invited(Invitation invitation) {
        var roles = Role.named(invitation.roles());
        if (roles.contains(Role.ADMIN)) {
            throw new IllegalArgumentException("An administrator is made by an administrator, not by an invitation");
        }
        return Account.invite(invitation.personId(), new LoginName(invitation.loginName()), roles);
    }

    @Override
    public void hasLeft(CommandContext context, String personId) {
        var id = AccountId.of(personId);
        if (accounts.find(id).isPresent()) {
            accounts.change(context.forAnyVersion(), id, Account::leave);
        }
    }

    /**
     * A link with which the owner of an invited account sets the first password. An earlier link stops working.
     *
     * @throws AccountProblem.NotInvited when a password was set before
     * @throws AccountProblem.RolesNotHeld when the account may do more than its issuer
     */
    public IssuedLink inviteByLink(CommandContext context, Issuer issuer, AccountId id) {
        return issue(context, issuer, id, AccountStatus.Invited.class, new AccountProblem.NotInvited());
    }

    /**
     * A link with which the owner of an active account sets a new password instead of a forgotten one.
     *
     * @throws AccountProblem.NotActive when there is no password to reset
     * @throws AccountProblem.RolesNotHeld when the account may do more than its issuer
     */
    public IssuedLink resetByLink(CommandContext context, Issuer issuer, AccountId id) {
        return issue(context, issuer, id, AccountStatus.Active.class, new AccountProblem.NotActive());
    }

    private IssuedLink issue(
            CommandContext context,
            Issuer issuer,
            AccountId id,
            Class<? extends AccountStatus> expected,
            AccountProblem otherwise) {
        var token = new LinkToken(id, secrets.next());
        var link =
                new AccountLink(SecretHash.of(token.secret()), clock.instant().plus(settings.linkLifetime()));
        accounts.change(context, id, account -> {
            issuer.requireAll(account.roles());
            if (!expected.isInstance(account.status())) {
                throw otherwise;
            }
            return account.handOut(link);
        });
        return new IssuedLink(token, link.expiresAt());
    }

    /**
     * Sets the password of the account that the link belongs to and uses the link up.
     *
     * @throws AccountProblem.LinkNotValid when it is unknown, used, replaced or expired
     * @throws AccountProblem.PasswordRefused when the password breaks a rule; the link stays valid
     */
    public void acceptLink(LinkToken token, String typedPassword) {
        var account = accounts.find(token.account())
                .map(Versioned::state)
                .filter(found -> found.linkOpenedBy(token, clock.instant()).isPresent())
                .orElseThrow(AccountProblem.LinkNotValid::new);
        var hash = passwords.hash(NewPassword.of(typedPassword, account.loginName()));
        accounts.change(
                CommandContext.of(account.personId()),
                account.id(),
                current -> current.accept(token, hash, clock.instant()));
    }

    /**
     * The owner replaces the password. Every session and token from before ends.
     *
     * @throws AccountProblem.WrongPassword when the current password is not right
     * @throws AccountProblem.PasswordRefused when the new one breaks a rule
     */
    public SignedInAccount changePassword(AccountId id, String currentPassword, String newPassword) {
        var account = accounts.find(id).map(Versioned::state).orElseThrow(() -> new AccountProblem.NotFound(id));
        signIn.requirePassword(account, currentPassword);
        var hash = passwords.hash(NewPassword.of(newPassword, account.loginName()));
        var changed = accounts.change(CommandContext.of(account.personId()), id, current -> {
            if (current.signInEpoch() != account.signInEpoch()) {
                throw new AccountProblem.WrongPassword();
            }
            return current.changePassword(hash);
        });
        return SignedInAccount.of(changed.state());
    }

    /**
     * Makes the account of the first administrator, with every role of people.
     *
     * @param personId derived from the link, so that the link makes one account however often it is used
     * @throws AccountProblem.LinkNotValid when the link has made its account before
     */
    public void createFirstAdministrator(String personId, LoginName loginName, String typedPassword) {
        var hash = passwords.hash(NewPassword.of(typedPassword, loginName));
        var account = Account.firstAdministrator(personId, loginName, hash);
        try {
            accounts.create(CommandContext.of(personId), account);
        } catch (AccountProblem.LoginNameTaken taken) {
            throw accounts.find(account.id()).isPresent() ? new AccountProblem.LinkNotValid() : taken;
        }
    }

    /** @throws AccountProblem when the account is not in a state for it, or the issuer may not */
    public Versioned<AccountView> handle(CommandContext context, Issuer issuer, AccountId id, AccountCommand command) {
        return AccountQueries.view(accounts.change(context, id, account -> {
            issuer.requireAll(account.roles());
            return decide(issuer, account, command);
        }));
    }

    private static Account decide(Issuer issuer, Account account, AccountCommand command) {
        return switch (command) {
            case AccountCommand.ChangeRoles(var roles) -> changeRoles(issuer, account, roles);
            case AccountCommand.Lock lock -> ofAnother(issuer, account).lock();
            case AccountCommand.Unlock unlock -> account.unlock();
            case AccountCommand.Close close -> ofAnother(issuer, account).close();
        };
    }

    private static Account changeRoles(Issuer issuer, Account account, Set<Role> roles) {
        issuer.requireAll(roles);
        var lost = EnumSet.copyOf(account.roles());
        lost.removeAll(roles);
        return (lost.contains(Role.ADMIN) ? ofAnother(issuer, account) : account).changeRoles(roles);
    }

    private static Account ofAnother(Issuer issuer, Account account) {
        if (account.personId().equals(issuer.subject())) {
            throw new AccountProblem.OwnAccount();
        }
        return account;
    }
}
