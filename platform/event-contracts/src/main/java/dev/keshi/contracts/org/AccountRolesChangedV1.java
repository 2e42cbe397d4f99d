package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * An account has other roles.
 *
 * @param personId who the account belongs to, the {@code sub} of the access tokens
 * @param roles the rights that hold from now on, sorted: EMPLOYEE, HR, AUDITOR, ADMIN
 * @param permissionEpoch access tokens of this person with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.account-roles-changed.v1",
        topic = Topics.ORG,
        aggregate = "account",
        key = "accountId",
        en = "An account has other roles; access tokens with an older permission epoch no longer hold.",
        zh = "账号的角色已变更，较旧权限版本的访问令牌失效。")
public record AccountRolesChangedV1(
        String accountId,
        String personId,
        @KnownValues({"EMPLOYEE", "HR", "AUDITOR", "ADMIN"}) List<String> roles,
        long permissionEpoch)
        implements PublishedEvent {

    public AccountRolesChangedV1 {
        roles = List.copyOf(roles);
    }
}
