package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * An administrator has taken an account out of use for the time being.
 *
 * @param personId who the account belongs to, the {@code sub} of the access tokens
 * @param roles the rights that hold from now on, sorted: EMPLOYEE, HR, AUDITOR, ADMIN; empty, for the account has no rights
 * @param permissionEpoch access tokens of this person with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.account-locked.v1",
        topic = Topics.ORG,
        aggregate = "account",
        key = "accountId",
        en = "An administrator has locked an account; it has no rights until it is unlocked.",
        zh = "管理员已锁定账号，解锁之前没有任何权限。")
public record AccountLockedV1(String accountId, String personId, List<String> roles, long permissionEpoch)
        implements PublishedEvent {

    public AccountLockedV1 {
        roles = List.copyOf(roles);
    }
}
