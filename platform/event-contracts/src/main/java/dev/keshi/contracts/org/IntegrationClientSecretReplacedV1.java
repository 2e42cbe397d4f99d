package dev.keshi.contracts.org;

import dev.keshi.contracts.EventContract;
import dev.keshi.contracts.KnownValues;
import dev.keshi.contracts.PublishedEvent;
import dev.keshi.contracts.Topics;
import java.util.List;

/**
 * The secret of an integration client was replaced; the old one no longer opens anything.
 *
 * @param clientId the {@code client_id}, and the {@code sub} of the access tokens
 * @param name what people call the program
 * @param roles the rights that hold from now on, sorted: INTEGRATION, HR, AUDITOR
 * @param permissionEpoch access tokens of this client with a smaller {@code epoch} no longer hold; never falls
 */
@EventContract(
        type = "keshi.org.integration-client-secret-replaced.v1",
        topic = Topics.ORG,
        aggregate = "integration-client",
        key = "clientId",
        en =
                "The secret of an integration client was replaced; access tokens with an older permission epoch no longer hold.",
        zh = "集成客户端的密钥已更换，较旧权限版本的访问令牌失效。")
public record IntegrationClientSecretReplacedV1(
        String clientId,
        String name,
        @KnownValues({"INTEGRATION", "HR", "AUDITOR"}) List<String> roles,
        long permissionEpoch)
        implements PublishedEvent {

    public IntegrationClientSecretReplacedV1 {
        roles = List.copyOf(roles);
    }
}
