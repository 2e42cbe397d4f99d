package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * A program of the enterprise may obtain access tokens with its own credentials (client credentials grant).
 *
 * @param clientId the {@code client_id}, and the {@code sub} of the access tokens
 * @param name what people call the program
 * @param roles the rights that hold from now on, sorted: INTEGRATION, HR, AUDITOR
 * @param permissionEpoch access tokens of this client with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.integration-client-registered.v1",
        topic = Topics.ORG,
        aggregate = "integration-client",
        key = "clientId",
        en = "A program may obtain access tokens with its own credentials.",
        zh = "已登记集成客户端，可凭自己的凭证获取访问令牌。")
public record IntegrationClientRegisteredV1(
        String clientId,
        String name,
        @KnownValues({"INTEGRATION", "HR", "AUDITOR"}) List<String> roles,
        long permissionEpoch)
        implements PublishedEvent {

    public IntegrationClientRegisteredV1 {
        roles = List.copyOf(roles);
    }
}
