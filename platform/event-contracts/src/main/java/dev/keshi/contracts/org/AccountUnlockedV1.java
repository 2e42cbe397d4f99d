package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * A locked account may be used again, with the roles it had.
 *
 * @param personId who the account belongs to, the {@code sub} of the access tokens
 * @param roles the rights that hold from now on, sorted: EMPLOYEE, HR, AUDITOR, ADMIN
 * @param permissionEpoch access tokens of this person with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.account-unlocked.v1",
        topic = Topics.ORG,
        aggregate = "account",
        key = "accountId",
        en = "A locked account may be used again, with the roles it had.",
        zh = "被锁定的账号恢复使用，角色与锁定前相同。")
public record AccountUnlockedV1(
        String accountId,
        String personId,
        @KnownValues({"EMPLOYEE", "HR", "AUDITOR", "ADMIN"}) List<String> roles,
        long permissionEpoch)
        implements PublishedEvent {

    public AccountUnlockedV1 {
        roles = List.copyOf(roles);
    }
}
