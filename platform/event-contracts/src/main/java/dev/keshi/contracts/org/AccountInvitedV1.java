package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * An account exists for a person, who has not set a password yet. Until {@link AccountActivatedV1} nobody can sign in with
 * it.
 *
 * @param personId who the account belongs to, the {@code sub} of the access tokens
 * @param roles the rights that hold from now on, sorted: EMPLOYEE, HR, AUDITOR, ADMIN
 * @param permissionEpoch access tokens of this person with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.account-invited.v1",
        topic = Topics.ORG,
        aggregate = "account",
        key = "accountId",
        en = "A person may now set a password and sign in once a link is handed over.",
        zh = "已为某人开通账号，凭邀请链接设置密码后即可登录。")
public record AccountInvitedV1(
        String accountId,
        String personId,
        @KnownValues({"EMPLOYEE", "HR", "AUDITOR", "ADMIN"}) List<String> roles,
        long permissionEpoch)
        implements PublishedEvent {

    public AccountInvitedV1 {
        roles = List.copyOf(roles);
    }
}
