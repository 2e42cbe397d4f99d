package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * The owner of an account has set its first password.
 *
 * @param personId who the account belongs to, the {@code sub} of the access tokens
 * @param roles the rights that hold from now on, sorted: EMPLOYEE, HR, AUDITOR, ADMIN
 * @param permissionEpoch access tokens of this person with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.account-activated.v1",
        topic = Topics.ORG,
        aggregate = "account",
        key = "accountId",
        en = "The owner of an account has set its first password and may sign in.",
        zh = "账号本人已设置首个密码，可以登录。")
public record AccountActivatedV1(
        String accountId,
        String personId,
        @KnownValues({"EMPLOYEE", "HR", "AUDITOR", "ADMIN"}) List<String> roles,
        long permissionEpoch)
        implements PublishedEvent {

    public AccountActivatedV1 {
        roles = List.copyOf(roles);
    }
}
