package dev.keshi.org.account;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import org.springframework.stereotype.Service;

/** The door for giving one person an account; an import gives many through {@link Invitations}. */
@Service
public class AccountOpeningService {

    private final Accounts accounts;
    private final Employment employment;

    AccountOpeningService(Accounts accounts, Employment employment) {
        this.accounts = accounts;
        this.employment = employment;
    }

    /**
     * An invited account. A link for its owner is issued separately.
     *
     * @throws AccountProblem.NobodyToInvite when there is no such person, or the person has left
     * @throws AccountProblem.RolesNotHeld when the account would do more than its issuer
     * @throws AccountProblem.LoginNameTaken when the name belongs to another account
     * @throws AccountProblem.AccountExists when the person has an account
     */
    public Versioned<AccountView> open(CommandContext context, Issuer issuer, Invitation invitation) {
        var roles = Role.named(invitation.roles());
        issuer.requireAll(roles);
        if (!employment.worksOrWillWork(invitation.personId())) {
            throw new AccountProblem.NobodyToInvite();
        }
        var account = Account.invite(invitation.personId(), new LoginName(invitation.loginName()), roles);
        try {
            return AccountQueries.view(accounts.create(context, account));
        } catch (AccountProblem.LoginNameTaken taken) {
            throw accounts.find(account.id()).isPresent() ? new AccountProblem.AccountExists() : taken;
        }
    }
}
