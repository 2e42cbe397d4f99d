package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * An account was closed for good.
 *
 * @param personId who the account belongs to, the {@code sub} of the access tokens
 * @param roles the rights that hold from now on, sorted: EMPLOYEE, HR, AUDITOR, ADMIN; empty, for the account has no rights
 * @param permissionEpoch access tokens of this person with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.account-closed.v1",
        topic = Topics.ORG,
        aggregate = "account",
        key = "accountId",
        en = "An account was closed for good; nobody can sign in with it any more.",
        zh = "账号已永久关闭，不能再登录。")
public record AccountClosedV1(String accountId, String personId, List<String> roles, long permissionEpoch)
        implements PublishedEvent {

    public AccountClosedV1 {
        roles = List.copyOf(roles);
    }
}
