package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * The password of an account was changed by its owner, or set anew through a reset link. Every other session has ended.
 *
 * @param personId who the account belongs to, the {@code sub} of the access tokens
 * @param roles the rights that hold from now on, sorted: EMPLOYEE, HR, AUDITOR, ADMIN
 * @param permissionEpoch access tokens of this person with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.account-password-changed.v1",
        topic = Topics.ORG,
        aggregate = "account",
        key = "accountId",
        en =
                "The password of an account was changed or reset; access tokens with an older permission epoch no longer hold.",
        zh = "账号密码已修改或重置，较旧权限版本的访问令牌失效。")
public record AccountPasswordChangedV1(
        String accountId,
        String personId,
        @KnownValues({"EMPLOYEE", "HR", "AUDITOR", "ADMIN"}) List<String> roles,
        long permissionEpoch)
        implements PublishedEvent {

    public AccountPasswordChangedV1 {
        roles = List.copyOf(roles);
    }
}
