package dev.keshi.org.account;

import dev.keshi.messaging.Versioned;
import dev.keshi.service.page.Page;
import dev.keshi.service.page.Paging;
import dev.keshi.service.page.Position;
import dev.keshi.service.time.RealTime;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Reads accounts. */
@Service
public class AccountQueries {

    private final Accounts accounts;
    private final Clock clock;

    AccountQueries(Accounts accounts, RealTime time) {
        this.accounts = accounts;
        this.clock = time.clock();
    }

    /** The account as it is now, when it may be used. */
    public Optional<SignedInAccount> signedIn(AccountId id) {
        return accounts.find(id).map(Versioned::state).flatMap(SignedInAccount::whenActive);
    }

    /** Tokens of this person with a smaller epoch no longer hold; empty when the person has no account. */
    public OptionalLong permissionEpoch(String personId) {
        var account = accounts.find(AccountId.of(personId));
        return account.isPresent() ? OptionalLong.of(account.get().state().permissionEpoch()) : OptionalLong.empty();
    }

    /** Whose account a link opens now; empty when it opens none. */
    public Optional<LoginName> openedBy(LinkToken token) {
        return accounts.find(token.account())
                .map(Versioned::state)
                .filter(account -> account.linkOpenedBy(token, clock.instant()).isPresent())
                .map(Account::loginName);
    }

    public boolean anyAdministrator() {
        return accounts.anyAdministrator();
    }

    /** Which of these login names are taken, and by which person. */
    public Map<String, String> owners(Collection<String> loginNames) {
        return accounts.owners(loginNames);
    }

    public Optional<Versioned<AccountView>> find(AccountId id) {
        return accounts.find(id).map(AccountQueries::view);
    }

    /** Accounts in the order of their login names. */
    public Page<AccountView> list(AccountFilter filter, Paging paging) {
        return paging.page(
                accounts.list(filter, paging.after().map(Position::key), paging.limit() + 1),
                account -> Position.of(account.state().loginName().value(), account.id()),
                account -> view(account).state());
    }

    static Versioned<AccountView> view(Versioned<Account> stored) {
        var account = stored.state();
        return new Versioned<>(
                stored.id(),
                stored.version(),
                new AccountView(
                        account.id().value(),
                        account.personId(),
                        account.loginName().value(),
                        AccountDocument.statusName(account.status()),
                        Role.names(account.roles()),
                        account.permissionEpoch()));
    }
}
