package dev.keshi.org.account;

import dev.keshi.messaging.CommandContext;
import dev.keshi.messaging.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All accounts of the enterprise. */
interface Accounts {

    Optional<Versioned<Account>> find(AccountId id);

    Optional<Account> findByLoginName(LoginName loginName);

    /** @throws AccountProblem.LoginNameTaken when the id or the login name belongs to another account */
    Versioned<Account> create(CommandContext context, Account account);

    /** Those that exist are left as they are. */
    void createMissing(CommandContext context, List<Account> accounts);

    /** @param transition asked again when another command came first, so it must be pure */
    Versioned<Account> change(CommandContext context, AccountId id, UnaryOperator<Account> transition);

    boolean anyAdministrator();

    /** Person ids by login name. */
    Map<String, String> owners(Collection<String> loginNames);

    /** Ordered by login name, after the given one. */
    List<Versioned<Account>> list(AccountFilter filter, Optional<String> after, int limit);
}
