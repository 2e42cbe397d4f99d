package dev.keshi.org.account;

import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.org.AccountActivatedV1;
import dev.keshi.contracts.org.AccountClosedV1;
import dev.keshi.contracts.org.AccountInvitedV1;
import dev.keshi.contracts.org.AccountLockedV1;
import dev.keshi.contracts.org.AccountPasswordChangedV1;
import dev.keshi.contracts.org.AccountRolesChangedV1;
import dev.keshi.contracts.org.AccountUnlockedV1;
import java.util.List;

/** Domain events to published contracts. */
final class AccountEventTranslator {

    private AccountEventTranslator() {}

    static List<PublishedEvent> publish(List<AccountEvent> events) {
        return events.stream().map(AccountEventTranslator::publish).toList();
    }

    private static PublishedEvent publish(AccountEvent event) {
        var account = event.rights().account().value();
        var person = event.rights().personId();
        var roles = Role.names(event.rights().roles());
        var epoch = event.rights().permissionEpoch();
        return switch (event) {
            case AccountEvent.Invited invited -> new AccountInvitedV1(account, person, roles, epoch);
            case AccountEvent.Activated activated -> new AccountActivatedV1(account, person, roles, epoch);
            case AccountEvent.RolesChanged changed -> new AccountRolesChangedV1(account, person, roles, epoch);
            case AccountEvent.PasswordChanged changed -> new AccountPasswordChangedV1(account, person, roles, epoch);
            case AccountEvent.Locked locked -> new AccountLockedV1(account, person, roles, epoch);
            case AccountEvent.Unlocked unlocked -> new AccountUnlockedV1(account, person, roles, epoch);
            case AccountEvent.Closed closed -> new AccountClosedV1(account, person, roles, epoch);
        };
    }
}
